"""How a proposal is dressed: brand, paper, reader, language, places to sign; all from the folder of templates."""
