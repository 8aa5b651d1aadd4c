"""What `--help` says in Vietnamese, where the environment asks for it: by command and option."""

from copy import deepcopy

import click

from vankien.messages import language

_STORE = "Thư mục của kho."
_STORE_OR_ADDRESS = (
    "Thư mục của kho, hoặc địa chỉ nhận truy vấn của một máy chủ SPARQL; dữ liệu ở đó được đem về "
    "var/mirrors trước."
)
_PATHS = (
    "PATH là một tệp (.txt, .md, .html, .docx, .doc, .pdf), một tệp .zip gồm các tệp ấy, một danh "
    "sách văn bản (.jsonl, .csv, sitemap, RSS, Atom), một thư mục, hoặc - là đầu vào chuẩn."
)
_OUT = "Ghi vào tệp này (mặc định: đầu ra chuẩn)."
_LIMIT = "Từ chối tệp, và gói sau khi giải nén, lớn hơn mức này (MB)."
_HELP = {
    "": "Đọc báo cáo và văn bản của Việt Nam thành đồ thị có dẫn chứng cho từng điều.",
    "--version": "In phiên bản rồi thoát.",
    "--store": _STORE,
    "--out": _OUT,
    "--limit": _LIMIT,
    "trace": "Truy vết viện dẫn: văn bản dựa vào đâu, những gì dựa vào nó, kèm nguyên văn.\n\n"
    "Một số hiệu mà nhiều văn bản cùng mang thì truy từng văn bản. Kết quả nào cũng ghi phiên bản "
    "dữ liệu và một địa chỉ hỏi lại đúng như thế.",
    "trace --to": "Các đường tới văn bản này, tới địa chỉ này, hoặc tới mọi findings (nhận định), "
    "figures (số liệu), inspections (cuộc giám sát), bodies (cơ quan).",
    "trace --direction": "cites: nó dựa vào đâu; cited-by: những gì dựa vào nó.",
    "trace --depth": "Truy mấy bước.",
    "trace --as-of": "Chỉ những gì đã có vào ngày này.",
    "trace --relations": "Chỉ theo các quan hệ này: instruments, activity, bodies, all, hoặc tên "
    "quan hệ như based_on (mặc định: instruments và activity; giữa hai đối tượng thêm bodies).",
    "trace --through-bodies": "Đi tiếp qua cả cơ quan.",
    "trace --paths": "Với --to: mấy đường tới mỗi đích.",
    "trace --longest": "Với --to: một đường dài nhất mấy bước.",
    "trace --via": "Với --to: đường đi phải lần lượt qua: mandate, inspection, unit, finding, hoặc "
    "một quan hệ.",
    "trace --no-hubs": "Với --to: mọi đối tượng tính như nhau, cả nơi có rất nhiều liên kết.",
    "trace --limit": "In nhiều nhất chừng này bước hoặc đường (mặc định: 200 bước trong bảng, dạng "
    "khác in hết); cắt bớt thì nói rõ.",
    "trace --store": _STORE_OR_ADDRESS,
    "trace --version": "Một phiên bản còn giữ, thay cho bản hiện hành.",
    "trace --format": "graphml, gexf, pajek: mạng lưới có nguyên văn trên cạnh; bibtex, ris, csl, "
    "citation: tài liệu tham khảo; ttl: RDF theo CiTO.",
    "measures": "Đo mạng lưới viện dẫn: số lần được dẫn, PageRank, độ trung gian, cụm.\n\n"
    "Có NUMBER thì chỉ một văn bản: ai dẫn nó ở cấp nào, văn bản nào được dẫn cùng, văn bản nào "
    "dẫn cùng nguồn, và mỗi bước triển khai đến sau bao nhiêu ngày.",
    "measures --main-path": "Thay vào đó là đường chính: các viện dẫn trên đó.",
    "measures --top": "Nhiều nhất chừng này văn bản, theo PageRank (mặc định: 50 trong bảng, dạng "
    "khác in hết).",
    "measures --format": "table, csv, json hoặc xlsx.",
    "chart": "Vẽ hình dùng được trong bài viết: timeline, lag, main-path hoặc coverage.\n\n"
    "Trừ main-path, hình nào cũng về một văn bản. Chú thích ghi phiên bản dữ liệu, truy vấn và "
    "ngày.",
    "chart --format": "svg và png là hình, csv là số liệu; dạng nào cũng kèm chú thích.",
    "diff": "Nói điều gì khác giữa hai phiên bản dữ liệu A và B: liên kết mất (-), thêm (+), kèm "
    "nguyên văn.",
    "diff --of": "Chỉ liên kết của văn bản này.",
    "diff --out-dir": "Ghi added.nq và removed.nq vào đây: N-Quads đã sắp xếp, chỉ B hoặc chỉ A "
    "có.",
    "coding": "Bảo vệ các liên kết: lấy mẫu ngẫu nhiên để người xem xét, rồi đọc lại.",
    "coding sheet": "Ghi một sổ tính các liên kết kèm nguyên văn, có cột cho nhận xét.",
    "coding sheet --size": "Chừng này liên kết, chia theo quan hệ, mỗi quan hệ ít nhất một.",
    "coding sheet --seed": "Số khác cho mẫu khác.",
    "coding score": "Đọc lại các sổ, mỗi người một sổ: độ chính xác kèm khoảng tin cậy, và kappa.",
    "coding score --format": "table hoặc json.",
    "disk": "Nói phần nào chiếm chỗ: các phần của kho ra stderr, và mỗi nguồn một dòng.\n\n"
    "bytes là dung lượng các phát biểu của nguồn viết thành N-Quads; onDisk là phần của nguồn, "
    "tính theo đó, trong cả kho với các phiên bản còn giữ và chỉ mục tìm kiếm.",
    "disk --format": "Các nguồn được liệt kê dưới dạng nào.",
    "extract": f"In ra những gì văn bản nói, không cần kho.\n\n{_PATHS}",
    "extract --format": "json: một đối tượng cho một tệp, một mảng cho nhiều tệp; jsonl: mỗi văn "
    "bản một dòng, đọc xong là in; text: văn bản mà các vị trí tính theo; html: văn bản có đánh "
    "dấu; ttl, nq, jsonld: RDF.",
    "load": "Đưa văn bản vào kho; văn bản đã có thì không đổi gì.\n\n"
    f"{_PATHS} Cũng nhận sổ đăng ký văn bản của một cơ quan (.xlsx, docs/register.md). "
    "docs/loading.md nói mỗi loại chứa gì.\n\n"
    "Lần nạp bị dừng thì phần đã ghi vẫn còn và không đọc lại.",
    "load --store": "Thư mục của kho, hoặc địa chỉ nhận truy vấn của một máy chủ SPARQL. Cập nhật "
    "gửi tới đó, hoặc tới /update cạnh /query, với mã trong VANKIEN_STORE_TOKEN.",
    "load --jobs": "Mấy tiến trình cùng đọc văn bản; chỉ một tiến trình ghi.",
    "load --executor": "Đọc ở đâu: trên máy này, hoặc bởi các máy của một bộ điều phối Dask.",
    "load --parts": "Thay vào đó ghi tệp N-Quads vào thư mục mới này, cho bộ nạp của kho khác.",
    "load --report": "Ghi thêm một bảng (CSV) những gì không đọc được, và vì sao.",
    "load --resume": "Làm tiếp lần nạp đã bị dừng trong kho này; không nhận PATH.",
    "load --preview": "In mỗi văn bản sẽ nạp một dòng, không ghi gì.",
    "fetch": "Tải các địa chỉ về một thư mục, như một người khách lịch sự của máy chủ.\n\n"
    "LIST là tệp văn bản mỗi dòng một địa chỉ, một sitemap, một nguồn tin RSS hoặc Atom, hoặc địa "
    "chỉ của chúng. Điều robots.txt không cho phép thì để lại. Bị dừng thì chạy lại đúng lệnh ấy "
    "để làm tiếp; lần sau chỉ hỏi những gì đã đổi.",
    "fetch --out": "Tệp tải về nằm đâu, theo thư mục của từng máy chủ; `vankien load DIR` biết mỗi "
    "tệp từ đâu đến.",
    "fetch --every": "Chờ chừng này giữa hai lần hỏi một máy chủ; lâu hơn nếu robots.txt yêu cầu.",
    "fetch --timeout": "Bỏ địa chỉ chưa tải xong sau chừng này.",
    "fetch --allow-local": "Tải cả từ máy này và mạng nội bộ.",
    "query": "Trả lời một câu hỏi có tên, hoặc SPARQL trong tệp hay từ đầu vào chuẩn (-).\n\n"
    "Các câu hỏi có tên: bodies, cited-by, cites, conflicts, coverage, discipline, figures, "
    "findings, implementation, in-force, inspections, instruments, now, relations, undated.",
    "query --parameter": "Một tham số của câu hỏi, hoặc một biến của SPARQL cần gán; nêu nhiều lần "
    'được. Với biến, <...> là IRI và "..."^^<...> là giá trị có kiểu.',
    "query --store": _STORE_OR_ADDRESS,
    "query --format": "table, csv, json hoặc xlsx cho bảng (mặc định: table); ttl cho CONSTRUCT.",
    "query --columns": "Chỉ in các cột này, theo thứ tự này, mỗi ô được nhiều chữ hơn (mặc định: "
    "hết).",
    "serve": "Phục vụ các trang, dữ liệu liên kết và điểm truy vấn SPARQL của một kho.",
    "serve --store": _STORE_OR_ADDRESS,
    "serve --host": "Địa chỉ lắng nghe; mặc định chỉ máy này vào được.",
    "serve --port": "Cổng lắng nghe.",
    "serve --workers": "Mấy tiến trình máy chủ cùng trả lời.",
    "serve --time-limit": "Một truy vấn được chạy bao lâu.",
    "serve --memory-limit": "Một truy vấn được dùng bao nhiêu bộ nhớ.",
    "serve --access-log": "Ghi mỗi yêu cầu thành một dòng JSON vào đâu, không ghi ai hỏi; - là đầu "
    "ra chuẩn.",
    "check": "Soát viện dẫn và số liệu của dự thảo: tự đối chiếu, với danh mục và với kho.\n\n"
    "PATH là một tệp, một thư mục, hoặc - là đầu vào chuẩn. Không sửa, không lưu gì. Mã thoát 1 "
    "khi có điều sai, 0 khi mọi thứ rõ ràng hoặc chỉ có thông tin.",
    "check --format": "table: mỗi nhận xét một khối, theo dòng; json: một mảng nhận xét; html: "
    "bảng và dự thảo có đánh dấu; docx: dự thảo, mỗi lần một tệp, có ghi chú bên lề.",
    "check --store": "Đối chiếu thêm với các nguồn đã nạp ở đây: số liệu, các cuộc giám sát, kiểm "
    "tra được kể, và điều nói là đã thay thế hoặc sửa đổi.",
    "check --as-of": "Xét dự thảo vào ngày này (mặc định: ngày mà mỗi dự thảo ghi).",
    "validate": "Tìm điều sai trong kho, hoặc điều cần xem lại, kèm nguồn và nguyên văn.\n\n"
    "Dùng các khuôn SHACL của bản thể và các phép soát trong queries/checks: ngày, cơ quan và loại "
    "văn bản trái nhau, số hiệu trái ngày, văn bản được dẫn hoặc thực hiện trước khi ban hành, "
    "phần lớn hơn tổng. Mã thoát 1 khi tìm thấy.",
    "validate --format": "table: mỗi vấn đề một đoạn; json: một mảng đối tượng.",
    "export": "Xuất kho; không bao giờ có điều được bảo vệ, hay văn bản mà quyền không cho chép.",
    "export --graph": "Chỉ một đồ thị: IRI, đường dẫn (graph/authority), hoặc default.",
    "export --format": "nq: N-Quads đã sắp xếp; ttl và csv là đồ thị mặc định nếu không nêu đồ "
    "thị.",
    "backup": "Chép phiên bản hiện hành vào thư mục mới DIR, kèm danh sách mã kiểm tra.\n\n"
    "Kho vẫn đọc và ghi được trong lúc ấy. Bản chép có cả điều được bảo vệ.",
    "restore": "Dựng kho từ bản sao lưu ở DIR, nơi chưa có kho.\n\n"
    "Mọi tệp được đối chiếu với danh sách trước. Điều đã xóa hẳn từ đó thì bỏ ra, nếu tệp PURGED "
    "của kho còn ở chỗ cũ.",
    "purge": "Xóa hẳn một nguồn: SOURCE là mã hoặc IRI của nguồn.\n\n"
    "Xóa nguồn và những gì người ta viết về nó khỏi kho, khỏi mọi phiên bản còn giữ, khỏi chỉ mục "
    "và khỏi các bản sao lưu tới được, và nêu tên các bản khác. Từ đó văn bản ấy bị từ chối. Mã "
    "thoát 1 khi kho không có nguồn hoặc một bản sao lưu không tới được.",
    "doctor": "Xem lại kho sau sự cố, và sửa.\n\n"
    "Đối chiếu mọi đồ thị với tổng của những gì đã ghi, đồ thị mặc định, các phiên bản và chỉ mục. "
    "Sửa là làm lại từ tất cả những gì còn nguyên; phần không còn thì nêu tệp cần nạp lại. Mã "
    "thoát 1 khi có điều sai chưa hoặc không sửa được.",
    "doctor --look": "Chỉ nói điều gì sai, không sửa.",
    "ontology": "Trông coi bản thể.",
    "ontology check": "Dùng HermiT kiểm tra bản thể có nhất quán không, và tìm thuật ngữ không "
    "dùng hoặc chưa khai báo.",
}


def explained(command: click.Group) -> click.Group:
    """The command with those below it, as it explains itself in the language of the environment."""
    if language() != "vi":
        return command
    copied = deepcopy(command)
    _explain(copied, "")
    return copied


def said_of(name: str, option: click.Option | None = None) -> str:
    """What a command or its option does; an option of the same sense everywhere is told once."""
    if option is None:
        return _HELP.get(name, "")
    longest = max(option.opts, key=len)
    return _HELP.get(f"{name} {longest}".strip(), _HELP.get(longest, ""))


def _explain(command: click.Command, name: str) -> None:
    command.help = said_of(name) or command.help
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = said_of(name, option) or option.help
    if isinstance(command, click.Group):
        for below, each in command.commands.items():
            _explain(each, f"{name} {below}".strip())
