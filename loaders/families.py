"""The patterns of names of organisations, by family, with the words that such names begin with.

A name is a head ('Ban Thường trực Ủy ban MTTQ Việt Nam') and a territory ('tỉnh Yên Bái').
"""

import re
from dataclasses import dataclass

from loaders.institutions import SECTORS
from loaders.passages import UPPER
from loaders.place_names import NAME
from loaders.territories import CELL, NAMED, TERRITORY, spaced

_ORGANS = (
    r"Ban Thường vụ|BTV|Thường trực|Ban Chấp hành|BCH|Cơ quan Ủy ban Kiểm tra|Cơ quan UBKT"
    r"|Ủy ban [Kk]iểm tra|UBKT|UB Kiểm tra|Văn phòng"
    r"|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính"
    r"|Ban Xây dựng Đảng|Ban [Bb]ảo vệ, chăm sóc sức khỏe cán bộ"
)
# 'Ban Thường vụ Tỉnh ủy Yên Bái'  'UBKT Huyện ủy'  but not 'Tỉnh ủy viên'
_COMMITTEE = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_ORGANS})(?: \([\w]{{2,8}}\))?(?: của)?(?: Đảng bộ)? )?(?:Tỉnh|Thành"
        rf"|Huyện|Quận"
        rf"|Thị) ủy)(?! viên)(?!\w)(?: (?:tỉnh |[Tt]hành phố |huyện )?{NAMED})?"
    )
)
# 'Đảng ủy xã Lao Chải'  'Đảng bộ tỉnh'  'Chi bộ thôn Bản Mù'  'Ban Chấp hành Đảng bộ huyện'
_PARTY = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_ORGANS})(?: \([\w]{{2,8}}\))?(?: của)? )?(?:Đảng ủy|Đảng bộ|đảng bộ"
        rf"|đảng ủy|Chi bộ|Chi ủy"
        rf"|chi bộ|chi ủy)(?: cơ sở| bộ phận)?){CELL}(?! viên)"
    )
)
# 'Đảng ủy đã tổ chức ...' in the text of a commune: its territory is left out.
_PARTY_ALONE = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_ORGANS})(?: của)? )?Đảng ủy)(?=\s*[,;.:()]|\s*\Z| (?:đã|tổ chức"
        rf"|ban hành|xây dựng|chỉ đạo"
        r"|lãnh đạo|thường xuyên|kiểm tra|giám sát|tiến hành|báo cáo|quán triệt|triển khai"
        r"|kịp thời|luôn"
        r"|yêu cầu|giao|thực hiện|chủ trì|về|việc|và|thông báo|quyết định|kết luận|đề nghị)(?!\w))"
    )
)
# 'Ban Thường vụ Đảng ủy Khối', once the text has named the bloc in full.
_BLOC_ALONE = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_ORGANS})(?: của)? )?Đảng ủy Khối)(?! (?:các|[Cc]ơ quan"
        rf"|[Dd]oanh nghiệp))(?!\w)"
    )
)
PARTY_OF = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_ORGANS})(?: của)? )?(?:Đảng ủy|Đảng bộ|Chi bộ|Chi ủy Chi bộ|Chi ủy"
        rf"|Ban [Cc]án sự [Đđ]ảng|Đảng đoàn)(?: cơ sở| bộ phận)?) (?=[{UPPER}]|các cơ quan|khối)"
    )
)
# 'Công đoàn Trường THPT Tô Hiệu', 'Hội Cựu chiến binh Công ty Mía đường'
MASS_OF = re.compile(
    spaced(
        r"(?P<head>(?:(?:Ban Thường vụ|Ban Chấp hành|BTV|BCH) )?(?:Công đoàn(?: cơ sở)?"
        r"|Đoàn Thanh niên|Đoàn(?= Trường (?:THPT|THCS|PTDT|Trung|Đại|Cao|Tiểu))|Hội Cựu chiến binh"
        r"|Hội CCB|Hội Phụ nữ|Hội Nông dân|Chi đoàn|Chi hội \w+(?: \w+)?)) (?=Công ty|Tổng"
        r"|Trường|Bệnh viện|Xí nghiệp|Nhà máy"
        r"|Hợp tác xã|Trung tâm|Công an|Khối|Cơ quan|Sở|Tập đoàn|Ngân hàng|Bộ Chỉ huy)"
    )
)
# The words with which those begin.
PARTY_FIRSTS = frozenset("Ban BTV Thường BCH Cơ Ủy UBKT UB Văn Đảng Chi".split())
# 'Ban Nội chính tỉnh': an organ of the committee of that level, named by its territory alone.
_ORGAN_OF = re.compile(
    spaced(
        r"(?P<head>Ủy ban [Kk]iểm tra|UBKT|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo"
        rf"|Ban Dân vận|Ban Nội chính|Ban Xây dựng Đảng){TERRITORY}"
    )
)
_FRONT_NAME = (
    r"(?:Ủy ban (?:MTTQ|Mặt trận Tổ quốc)|UB\.?\s?MTTQ|UBMTTQ|MTTQ|Mặt trận Tổ quốc)(?:\s?VN"
    r"| Việt Nam)?"
)
_FRONT = re.compile(
    spaced(
        r"(?P<head>(?:(?:Ban Thường trực|BTT|Đoàn Chủ tịch|Ban Dân chủ(?:,|,? -| và) Pháp luật"
        r"|Ban Dân chủ-Pháp luật|Ban Phong trào|Ban Tổ chức|Ban Tuyên giáo|Văn phòng|Cơ quan)"
        rf"(?: của|,)? )?{_FRONT_NAME}){TERRITORY}?"
    )
)
# 'Mặt trận xã', as news call the committee of the Front.
_FRONT_IN_SHORT = re.compile(spaced(rf"(?P<head>Mặt trận){TERRITORY}"))
# 'MTTQ và các đoàn thể chính trị - xã hội huyện': the Front with its members, which act as one.
_BLOCS = re.compile(
    spaced(
        rf"(?P<head>(?:(?:{_FRONT_NAME})(?: và|,) )?[Cc]ác (?:tổ chức"
        rf"|đoàn thể) chính trị\s?-?\s?xã hội(?: cấp)?){TERRITORY}"
    )
)
# Bodies of hamlets: 'Ban công tác Mặt trận thôn Yên Thạch'.
_HAMLETS = re.compile(spaced(rf"(?P<head>Ban [Cc]ông tác Mặt trận|Chi hội [\w ]{{2,24}}?){CELL}"))
_MASS = re.compile(
    spaced(
        r"(?P<head>(?:(?:Ban Thường vụ|BTV|Thường trực|Ban Chấp hành|Ban Kiểm tra"
        r"|Ban Chính sách(?:,|,? -| và) Pháp luật|Ban Nữ công|Ban Tổ chức|Ban Tuyên giáo"
        r"|Ban Phong trào|Ủy ban [Kk]iểm tra|UBKT|Văn phòng|Cơ quan)(?: của)? )?"
        r"(?:Hội (?:Liên hiệp Phụ nữ"
        r"|LHPN|Phụ nữ|Nông dân|Cựu chiến binh|CCB|Chữ thập đỏ|Người cao tuổi|Luật gia|Khuyến học"
        r"|Cựu giáo chức"
        r"|Nạn nhân chất độc da cam)|Đoàn Thanh niên(?: Cộng sản Hồ Chí Minh"
        r"| cộng sản Hồ Chí Minh)?|Đoàn TNCS Hồ Chí Minh|Liên đoàn Lao động|LĐLĐ"
        # the youth union of a commune, never a delegation: 'Đoàn xã Sơn Điện'
        rf"|Đoàn(?= (?:xã|phường|thị trấn) {NAME})"
        r"|Công đoàn viên chức|Liên minh Hợp tác xã"
        rf"|Liên hiệp các Hội Khoa học và Kỹ thuật)(?: Việt Nam)?){TERRITORY}"
    )
)
# Organisations of the whole country, whose names no territory closes.
_NATIONAL = re.compile(
    spaced(
        r"(?P<head>(?:(?:Ban Thường vụ|Ban Chấp hành|Thường trực) )?(?:Trung ương )?"
        r"(?:Hội (?:Liên hiệp Phụ nữ|Nông dân|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Luật gia"
        r"|Khuyến học)|Liên minh Hợp tác xã|Bảo hiểm xã hội|Liên đoàn Luật sư"
        r"|Tổng Liên đoàn Lao động)"
        r" Việt Nam)(?! (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w))"
    )
)
# 'Ban Chỉ đạo thực hiện Quy chế dân chủ huyện'
_STEERING = re.compile(
    spaced(rf"(?P<head>Ban [Cc]hỉ đạo(?: (?!các|và)[^\s,;.:()\d]+){{1,14}}?){TERRITORY}")
)
# 'Ban Thanh tra nhân dân' in the text of a commune.
_OF_THE_COMMUNE = re.compile(
    spaced(r"(?P<head>Ban Thanh tra nhân dân|Ban [Gg]iám sát đầu tư (?:của )?cộng đồng)(?!\w)")
)
_YOUTH = re.compile(
    spaced(
        r"(?P<head>(?:(?:Ban Thường vụ|BTV|Ban Chấp hành|BCH|Ủy ban [Kk]iểm tra|UBKT)(?: của)? )?"
        r"(?:Tỉnh|Thành|Huyện|Thị"
        rf"|Quận) [Đđ]oàn)(?!\w)(?: {NAMED})?"
    )
)
# 'Ban Pháp chế của Hội đồng nhân dân huyện'  'Thường trực HĐND tỉnh'  'Văn phòng HĐND và UBND
# huyện'
_COUNCIL = re.compile(
    spaced(
        r"(?P<head>(?:(?:Thường trực|Đảng đoàn|Văn phòng(?: Đoàn ĐBQH và)?|(?:các )?Ban"
        r"|Ban (?:Pháp chế|Kinh tế(?:,|,? -| và) Ngân sách|Kinh tế(?:,|,? -| và) Xã hội|Văn hóa(?:,"
        r"|,? -| và) Xã hội|Dân tộc|Đô thị)|Tổ đại biểu)(?: của)? )?"
        r"(?:HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân|Chính quyền|chính quyền)(?:(?:,| và"
        r"|\s?-\s?)\s?(?:UBND|Ủy ban nhân dân|HĐND|UBMTTQ|MTTQ))?)" + TERRITORY
    )
)
_AGENCY = re.compile(
    spaced(
        r"(?P<head>Thanh tra|Công an|Bộ Chỉ huy [Qq]uân sự|Ban Chỉ huy [Qq]uân sự|BCH [Qq]uân sự"
        r"|Bộ đội [Bb]iên phòng|Bộ Chỉ huy Bộ đội Biên phòng|Tòa án nhân dân|TAND"
        r"|Viện [Kk]iểm sát nhân dân|VKSND"
        r"|Đoàn đại biểu Quốc hội|Đoàn ĐBQH|Kho bạc Nhà nước|Bảo hiểm xã hội|BHXH|Chi cục Thuế"
        r"|Cục Thuế|Thuế|Cục Thống kê|Cục Thi hành án dân sự|Chi cục Thi hành án dân sự"
        r"|Ngân hàng Chính sách xã hội"
        r"|Bệnh viện [Đđ]a khoa|Trạm Y tế|Trung tâm Y tế|Trung tâm Phục vụ hành chính công"
        r"|Trung tâm Chính trị|Trung tâm Bồi dưỡng chính trị|Trường Chính trị|Hạt Kiểm lâm"
        r"|Chi cục Kiểm lâm|Ban [Tt]iếp công dân|Ban Dân tộc"
        r"|Ban Thanh tra nhân dân|Ban [Gg]iám sát đầu tư (?:của )?cộng đồng"
        r"|Ban [Cc]ông tác Mặt trận)" + TERRITORY
    )
)
# Offices within an inspectorate, whose names hold a comma and small words.
_OFFICES = (
    r"Giám sát, [Kk]iểm tra và [Xx]ử lý sau thanh tra"
    r"|Thanh tra,? (?:và )?[Gg]iải quyết khiếu nại, tố cáo(?: (?:khu vực )?\d)?|Nghiệp vụ (?:\d"
    r"|[IVX]{1,4})(?!\w)"
)
_DEPARTMENT = re.compile(
    spaced(
        rf"(?P<head>(?:Thanh tra )?(?:Sở|Phòng|Ty) (?:{_OFFICES}|{SECTORS}"
        rf"|{NAME})){TERRITORY}?(?!\w)"
    )
)


@dataclass(frozen=True, slots=True)
class Family:
    """Names of one build; `firsts` are the words that they begin with.

    `committee` marks names that take the bare name of their territory: 'Huyện ủy Mù Cang Chải'.
    """

    pattern: re.Pattern[str]
    firsts: frozenset[str]
    committee: bool = False


_ORGAN_FIRSTS = "Ban BTV Thường BCH Cơ Ủy UBKT UB Văn "
_FRONT_FIRSTS = "Ủy UB UBMTTQ MTTQ Mặt "
FAMILIES = tuple(
    Family(pattern, frozenset(firsts.split()), committee)
    for pattern, firsts, committee in (
        (_COMMITTEE, _ORGAN_FIRSTS + "Tỉnh Thành Huyện Quận Thị", True),
        (_NATIONAL, "Ban Thường Trung Hội Liên Bảo Tổng", False),
        (_OF_THE_COMMUNE, "Ban", False),
        (_STEERING, "Ban", False),
        (_YOUTH, "Ban BTV BCH Ủy UBKT Tỉnh Thành Huyện Quận Thị", True),
        (_PARTY, _ORGAN_FIRSTS + "Đảng đảng Chi chi", False),
        (_BLOC_ALONE, _ORGAN_FIRSTS + "Đảng", False),
        (_PARTY_ALONE, _ORGAN_FIRSTS + "Đảng", False),
        (_ORGAN_OF, "Ủy UBKT Ban", False),
        (_FRONT, _FRONT_FIRSTS + "Ban BTT Đoàn Văn Cơ", False),
        (_FRONT_IN_SHORT, "Mặt", False),
        (_BLOCS, _FRONT_FIRSTS + "các Các", False),
        (_MASS, _ORGAN_FIRSTS + "Hội Đoàn Liên LĐLĐ Công", False),
        (
            _COUNCIL,
            "Thường Đảng Văn các Ban Tổ HĐND Hội UBND Ủy Chính chính",
            False,
        ),
        (
            _AGENCY,
            "Thanh Công Bộ Ban BCH Tòa TAND Viện VKSND Đoàn Kho Bảo BHXH Chi Cục Thuế Ngân Bệnh"
            " Trạm Trung Trường Hạt",
            False,
        ),
        (_HAMLETS, "Ban Chi", False),
        (_DEPARTMENT, "Thanh Sở Phòng Ty", False),
    )
)
