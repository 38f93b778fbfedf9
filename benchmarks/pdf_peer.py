"""The peer of `proposer propose`: a process that imports WeasyPrint alone and writes the same HTML with the same options.

The collector is set as the program sets it: what that saves is not to count in the program's favour.
"""

import gc
import json
import sys
import warnings
from datetime import datetime
from pathlib import Path

gc.set_threshold(100_000, 50, 100)
warnings.simplefilter("ignore")

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

folder, output = Path(sys.argv[1]), Path(sys.argv[2])
options = json.loads((folder / "options.json").read_text("utf-8"))
moment = datetime.fromisoformat(options["as_of"])
fonts = FontConfiguration()
style = CSS(string=(folder / "styles.css").read_text("utf-8"), font_config=fonts, base_url=options["base"])
attachment = Attachment(
    string=(folder / "quote.json").read_text("utf-8"),
    base_url=options["base"],
    name="quote.json",
    description="This proposal's quote, for programs",
    relationship="Data",
    created=moment,
    modified=moment,
)
page = HTML(string=(folder / "page.html").read_text("utf-8"), base_url=options["base"])
output.write_bytes(
    page.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        attachments=[attachment],
        pdf_variant="pdf/a-3a",
        pdf_identifier=options["identifier"].encode(),
    )
)
