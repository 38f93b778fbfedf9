"""Every sample of a proposal side by side, to look at before a template or a brand is changed for good."""
