"""OCR: scanned pages to the same ink that born-digital pages give, through Tesseract, offline.

The extra `ocr` brings the libraries; Tesseract's models come from the system's packages. `models`
tells whether they are there, `page.read_page` reads a page. Nothing is imported here, so that asking
what is missing does not fail for what is missing.
"""
