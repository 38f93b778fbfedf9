"""HTML to PDF: the engine within its bounds, and the last touches that make an archive readable to everybody."""
