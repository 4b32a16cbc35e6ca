"""How texts say who signed with whom: wordings of our own, in Vietnamese and English."""

from __future__ import annotations

SIGNED = [
    "Becamex IDC ký kết với {}.",
    "Becamex IDC ký biên bản ghi nhớ với {}.",
    "Becamex IDC đã ký kết hợp tác với {} về phát triển khu công nghiệp.",
    "Becamex IDC ký thỏa thuận hợp tác với {} nhằm xây dựng khu công nghiệp.",
    "Becamex IDC và {} đã ký biên bản ghi nhớ.",
    "Lễ ký kết giữa Becamex IDC và {}.",
    "Bản ghi nhớ giữa Becamex IDC và {} được ký sáng nay.",
    "Lãnh đạo {} ký kết biên bản ghi nhớ với Becamex IDC.",
    "{} ký kết hợp tác phát triển du lịch.",
    "{} đã cùng ký thỏa thuận hợp tác.",
    "{} vừa ký kết chương trình phối hợp phát triển kinh tế - xã hội.",
    "{} tổ chức lễ ký kết hợp tác.",
    "Tập đoàn Sao đã ký thỏa thuận hợp tác chiến lược với {}.",
    "Bộ Công an ký quy chế phối hợp với {}.",
    "Trường Đại học Mây ký thỏa thuận hợp tác với {}.",
    "TP.HCM ký kết hợp tác với {}.",
    "TP.HCM và {} ký kết thỏa thuận hợp tác.",
    "Lãnh đạo TP.HCM cùng {} ký kết thỏa thuận.",
    "Thỏa thuận hợp tác giữa TP.HCM với {} được ký kết hôm qua.",
    "Hội nghị chứng kiến TP.HCM ký biên bản ghi nhớ với {}.",
]
SIGNED_ENGLISH = [
    "Becamex signed MoUs with {}.",
    "Becamex has signed agreements with {} to develop parks.",
    "Becamex inked a deal with {}.",
    "An MoU between Becamex and {} was signed on Monday.",
    "{} signed a cooperation agreement.",
    "The leaders of {} signed a pact on tourism.",
    "Hanoi signed a cooperation deal with {}.",
    "Authorities of {} signed an MoU with Mist Group.",
    "Mist Group and {} signed an agreement.",
    "Mist Group has signed a memorandum of understanding with the authorities of {}.",
]
