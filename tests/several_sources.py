"""Articles of our own that state how many parks there are, and data folders built from them."""

from __future__ import annotations

from pathlib import Path

from analysis.extraction.raw import extract_files
from analysis.paths import DataFolder
from analysis.processing.build import build
from made_facts import made_folder

Claim = tuple[str, str | None, int, str]  # source, date, count, qualifier
HEADED = {
    "mo-duong": "Hậu Giang mở tuyến đường mới\n\nSáng 14/5/2019, UBND tỉnh Hậu Giang khánh thành "
    "tuyến đường vào cảng.\n\nTheo ban tổ chức, cả nước đã có 11 khu công nghiệp VSIP tại các tỉnh "
    "như: Lạng Sơn, Yên Bái.\n",
    "dien-dan": "Diễn đàn hạ tầng phía Bắc\n\nNgày 2/9/2021, tỉnh Hà Nam tổ chức diễn đàn về hạ "
    "tầng.\n\nĐến nay có 13 KCN VSIP tại các tỉnh như: Lạng Sơn, Phú Yên, Trà Vinh.\n",
    "hoi-nghi": "Hội nghị đầu năm\n\nChiều 20/2/2024, tỉnh Kon Tum tổ chức hội nghị.\n\n"
    "Hiện nay có 14 khu công nghiệp VSIP.\n",
}
CONTRARY = {
    "ban-tin": "Bản tin cùng ngày\n\nNgày 20/2/2024, tỉnh Kon Tum đón đoàn khách.\n\n"
    "Hiện có 12 khu công nghiệp VSIP.\n",
}
UNDATED = {"nhac-lai": "Nhìn lại chặng đường\n\nHiện có 13 khu công nghiệp VSIP.\n"}


def extracted(root: Path, articles: dict[str, str]) -> DataFolder:
    """Extract articles, one run each, into a folder that may hold others, and build it."""
    folder = made_folder(root, {})
    for name, text in articles.items():
        file = root / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        extract_files([file], folder.reference, folder.raw)
    build(folder)
    return folder
