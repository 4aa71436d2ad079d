"""PDFium's small functions, bound once more for calls by the hundred thousand.

As pypdfium2 binds them, each call makes and checks pointer objects and lets go of the interpreter's
lock, which takes longer than what PDFium does in it. Here handles are plain addresses, 0 or `None`
where there is none, and so may be the places to write to. None of them calls back into Python.
"""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


def address(handle: Any) -> int:
    """Give the address that a pointer of pypdfium2's holds, 0 where it is null."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(getattr(pdfium, name)))


count_chars = _bind("FPDFText_CountChars", _INT, _ADDRESS)
get_text = _bind("FPDFText_GetText", _INT, _ADDRESS, _INT, _INT, _ADDRESS)
get_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
text_object = _bind("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
char_origin = _bind("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
char_matrix = _bind("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
font_size = _bind("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
font_of = _bind("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, _ADDRESS, _ADDRESS, ctypes.c_size_t)
font_flags = _bind("FPDFFont_GetFlags", _INT, _ADDRESS)
font_weight = _bind("FPDFFont_GetWeight", _INT, _ADDRESS)
render_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
marked_content_id = _bind("FPDFPageObj_GetMarkedContentID", _INT, _ADDRESS)
count_marks = _bind("FPDFPageObj_CountMarks", _INT, _ADDRESS)
get_mark = _bind("FPDFPageObj_GetMark", _ADDRESS, _ADDRESS, _LONG)
mark_name = _bind("FPDFPageObjMark_GetName", _INT, _ADDRESS, _ADDRESS, _LONG, _ADDRESS)
mark_text = _bind(
    "FPDFPageObjMark_GetParamStringValue",
    _INT,
    _ADDRESS,
    ctypes.c_char_p,
    _ADDRESS,
    _LONG,
    _ADDRESS,
)
fill_colour = _bind("FPDFPageObj_GetFillColor", _INT, *[_ADDRESS] * 5)
count_objects = _bind("FPDFPage_CountObjects", _INT, _ADDRESS)
get_object = _bind("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
count_inner = _bind("FPDFFormObj_CountObjects", _INT, _ADDRESS)
get_inner = _bind("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, _LONG)
object_kind = _bind("FPDFPageObj_GetType", _INT, _ADDRESS)
object_matrix = _bind("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
count_segments = _bind("FPDFPath_CountSegments", _INT, _ADDRESS)
draw_mode = _bind("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
get_segment = _bind("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
segment_kind = _bind("FPDFPathSegment_GetType", _INT, _ADDRESS)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_closes = _bind("FPDFPathSegment_GetClose", _INT, _ADDRESS)
count_kids = _bind("FPDF_StructElement_CountChildren", _INT, _ADDRESS)
kid_content_id = _bind("FPDF_StructElement_GetChildMarkedContentID", _INT, _ADDRESS, _INT)
get_kid = _bind("FPDF_StructElement_GetChildAtIndex", _ADDRESS, _ADDRESS, _INT)
element_kind = _bind("FPDF_StructElement_GetType", _LONG, _ADDRESS, _ADDRESS, _LONG)
