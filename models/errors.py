"""Every error a caller can cause: a stable code and what to do, in Chinese and in English."""

from __future__ import annotations

from models.faults import Fault, Language, Phrase, said
from models.vocabulary import Vocabulary


class ErrorCode(Vocabulary):
    """错误代码 · Error code; stable, while messages may be reworded"""

    # The request as a whole.
    BAD_REQUEST = "请求不是有效的 GraphQL 请求：{reason}", "This is no GraphQL request: {reason}"
    UNSUPPORTED_MEDIA_TYPE = "请以 application/json 发送请求", "Send the request as application/json"
    NOT_ACCEPTABLE = (
        "请接受 application/graphql-response+json 或 application/json",
        "Accept application/graphql-response+json or application/json",
    )
    METHOD_NOT_ALLOWED = "{method} 不可用于此操作：{hint}", "{method} cannot be used here: {hint}"
    UNAUTHENTICATED = "令牌无效：{reason}。请重新登录", "The token is not valid: {reason}. Sign in again"
    ACCOUNT_NOT_REGISTERED = (
        "此账号未登记或已停用，请联系系统管理员",
        "This account is not registered or is disabled; ask a system administrator",
    )
    SYNTAX_ERROR = "文档语法错误：{reason}", "The document has a syntax error: {reason}"
    VALIDATION_FAILED = "文档不符合 schema：{reason}", "The document does not fit the schema: {reason}"
    OPERATION_NOT_FOUND = "找不到操作：{reason}", "The operation is not found: {reason}"
    BAD_VARIABLES = "变量不正确：{reason}", "The variables are not right: {reason}"
    NOT_FOUND = "对象不存在，或不在您的权限范围内", "No such object exists within your scope"
    INTERNAL_ERROR = (
        "系统内部错误，请凭关联号联系系统管理员",
        "Internal error; give the correlation id to a system administrator",
    )
    SERVICE_UNAVAILABLE = "服务暂不可用，请稍后重试", "The service is not available; try again later"

    # Limits.
    BODY_TOO_LARGE = "请求体超过 {limit} 字节", "The request body is larger than {limit} bytes"
    TOO_MANY_CHARACTERS = (
        "文档超过 {limit} 个字符，请去掉注释或者拆分",
        "The document has more than {limit} characters; leave comments out, or split it",
    )
    TOO_MANY_TOKENS = (
        "文档超过 {limit} 个词法单元，请拆分",
        "The document has more than {limit} tokens; split it",
    )
    TOO_DEEP = "查询嵌套超过 {limit} 层", "The query is nested deeper than {limit} levels"
    TOO_MANY_ALIASES = "别名超过 {limit} 个", "There are more than {limit} aliases"
    TOO_MANY_DIRECTIVES = "指令超过 {limit} 个", "There are more than {limit} directives"
    TOO_MANY_FIELDS = (
        "展开片段后的选择超过 {limit} 个，请拆分查询",
        "With its fragments spread out the query has more than {limit} selections; split it",
    )
    TOO_MANY_REPETITIONS = (
        "同一字段重复选择过多（超过 {limit} 对），请合并",
        "The same fields are selected again too often (over {limit} pairs); merge them",
    )
    TOO_MANY_INTROSPECTIONS = (
        "同一文档只能查询一次 __schema，请合并",
        "A document asks for __schema once; merge what it asks for",
    )
    TOO_MANY_NODES = (
        "各级列表相乘可能返回超过 {limit} 个对象，请减小 first",
        "The nested lists could return more than {limit} objects; ask for smaller pages",
    )
    TOO_COMPLEX = (
        "查询过于复杂，权限判断超过 {limit} 项，请减少字段或分次查询",
        "The query is too complex: it takes over {limit} conditions of access; ask for less at once",
    )
    TIMEOUT = (
        "查询超过 {limit} 秒，已取消；请缩小范围",
        "The query took over {limit} s and was cancelled; narrow it",
    )

    TOO_MANY_VALUES = (
        "变量中的值超过 {limit} 个，请分批",
        "The variables hold more than {limit} values; send them in parts",
    )

    # Arguments and input.
    INVALID_ID = "不是有效的 {expected} 标识", "This is no id of {expected}"
    INVALID_CURSOR = "游标不是由此排序的列表给出", "This cursor was not given by a list in this order"
    INVALID_PAGE = (
        "请给出 first 或 last 之一，取值 1 到 {limit}",
        "Give either first or last, from 1 to {limit}",
    )
    SEARCH_NOT_USABLE = (
        "请输入至少两个连续的汉字，或字母、数字，总长不超过 {limit} 字",
        "Write two neighbouring Han characters at least, or letters or digits, in {limit} characters at most",
    )
    SEARCH_TOO_BROAD = (
        "符合的超过 {limit} 条，请增加筛选条件（区域、机构、状态等）或写得更具体",
        "More than {limit} match; add filters (region, organization, state …) or write more of the text",
    )
    INVALID_VALUE = "取值不正确：{reason}", "This value is not right: {reason}"

    # Files.
    LINK_INVALID = "链接不正确，请重新获取", "This link is not right; ask for a new one"
    LINK_EXPIRED = "链接已过期，请重新获取", "This link has expired; ask for a new one"
    MEDIA_TYPE_NOT_ALLOWED = (
        "不接受此类文件：{media_type}。可用：{allowed}",
        "Files of type {media_type} are not taken; there are {allowed}",
    )
    MEDIA_TYPE_MISMATCH = (
        "文件类型与申报的 {expected} 不符",
        "The file is not of the type that was declared, {expected}",
    )
    FILE_TOO_LARGE = "文件超过 {limit} 字节", "The file is larger than {limit} bytes"
    SIZE_MISMATCH = (
        "文件大小与申报的 {expected} 字节不符；请在 Content-Length 中给出",
        "The file is not of the size that was declared, {expected} bytes; say it in Content-Length",
    )
    CHECKSUM_MISMATCH = (
        "文件的 SHA-256 与申报的不符，请重新上传",
        "The file's SHA-256 is not the one that was declared; upload it again",
    )
    UPLOAD_TOO_SLOW = (
        "上传超过 {limit} 秒，已取消；请重试",
        "The upload took over {limit} s and was cancelled; try again",
    )
    FILE_LOST = (
        "文件内容缺失，重试无效；请联系系统管理员从备份恢复，或重新上传",
        "The content of this file is missing and trying again does not help; have a system administrator restore it, "
        "or upload it anew",
    )
    FILE_ALREADY_STORED = "此文件已上传或已作废", "This file was uploaded before, or was given up"

    # Imports.
    IMPORT_FILE_UNREADABLE = (
        "文件无法读取：{reason}。请另存为 CSV（UTF-8 或 GB 18030）或 XLSX",
        "The file cannot be read: {reason}. Save it as CSV (UTF-8 or GB 18030) or XLSX",
    )
    IMPORT_HEADER_MISMATCH = (
        "表头不符：缺少 {missing}；不识别 {unknown}；重复 {repeated}。请使用模板",
        "The header does not fit: missing {missing}; unknown {unknown}; repeated {repeated}. Use the template",
    )
    IMPORT_NO_ROWS = "文件中没有数据行", "The file holds no row below its header"
    IMPORT_TOO_MANY_ROWS = "文件超过 {limit} 行，请拆分", "The file has more than {limit} rows; split it"
    IMPORT_ROWS_REFUSED = (
        "{refused} 行未通过，整批未导入；请按退回表修改后重新导入",
        "{refused} rows were refused, so none was kept; mend them by the workbook and import again",
    )
    IMPORT_GIVEN_UP = (
        "导入 {times} 次使服务进程意外终止，已放弃；请拆分文件后重试，并请管理员查看日志",
        "The import ended its server {times} times and was given up; split the file, and have the log looked at",
    )
    CELL_EMPTY = "必填", "This may not be empty"
    CELL_NOT_CALCULATED = (
        "公式没有保存计算结果，请用 Excel 打开并保存文件后重新导入",
        "The formula was saved without its result; open the file in Excel, save it and import it again",
    )
    CELL_UNKNOWN_TERM = "“{value}”不是可选值：{terms}", "“{value}” is none of {terms}"
    CELL_NOT_OF_TYPE = "“{value}”不是{expected}", "“{value}” is not of the form {expected}"
    CELL_WITH_ERROR = (
        "“{value}”是公式的错误值，请改正公式或直接填写",
        "“{value}” is the error of a formula; mend the formula, or type what belongs here",
    )
    CELL_NOT_FOUND = "找不到“{value}”，或不在您的权限范围内", "“{value}” is not found within your scope"

    CELL_AMBIGUOUS = (
        "“{value}”不止一个，请填写其全局标识",
        "There are several “{value}”; give the global id of the one that is meant",
    )
    CELL_WITHOUT_HEADER = "有超出表头的单元格，请核对列", "There are more cells than the header has; check the columns"

    # Questionnaires and contact points.
    QUESTION_NOT_SOUND = "第 {question} 题不正确：{reason}", "Question {question} is not sound: {reason}"
    ANSWER_MISSING = "第 {question} 题必答，请作答", "Question {question} has to be answered"
    QUESTION_NOT_ASKED = (
        "依前面的回答，第 {question} 题无须作答，请删去",
        "By the answers before it, question {question} is not asked; leave it out",
    )
    ANSWER_NOT_FITTING = (
        "第 {question} 题的回答应为 {expected}",
        "The answer to question {question} has to be {expected}",
    )
    QUESTIONNAIRE_NOT_OPEN = "问卷未发布或已截止，不能作答", "This questionnaire is not open to answers"
    POLL_IS_OPEN_TO_ALL = "网上投票向公众开放，无须邀请", "A poll is open to everyone; nobody is invited to it"
    POLL_CODE_NOT_VALID = (
        "投票码不正确、已过期或已使用，请重新申请",
        "This code is not right, has expired or was used before; ask for a new one",
    )
    ALREADY_SERVING = "您已是该机关的特邀监督员", "You serve as an invited supervisor there already"
    NOT_SERVING = (
        "仅限聘期内的特邀监督员、已设立的企业联系点",
        "Only an invited supervisor whose term runs, or a contact point that is designated, can do so",
    )
    NOT_OF_SOCIETY = (
        "国家机关工作人员不能申请担任特邀监督员",
        "Who supervises or is supervised by office cannot apply to be an invited supervisor",
    )
    NO_ACCOUNT_TO_ANSWER = (
        "尚未指定作答人账号，请先在设立联系点时填写",
        "Nobody is named to answer; name an account when the contact point is designated",
    )
    NO_SUCH_ACCOUNT = (
        "本机构没有此登录名、担任{role}的账号，请联系系统管理员",
        "Nobody of this login is {role} in this organization; ask a system administrator",
    )

    # Commands.
    ALREADY_EXISTS = "已有相同的记录，不能重复登记", "There is one already; it cannot be entered again"
    INVALID_STATE = (
        "当前状态为 {state}，不能 {action}",
        "It stands at {state}, from where {action} leads nowhere",
    )
    FORBIDDEN = "您的角色无权执行此操作", "None of your roles may do this"
    DUTY_NOT_HELD = (
        "该机构没有此项现行有效的权责事项，或未被赋权",
        "This organization does not hold that duty in force, nor was it assigned",
    )
    NOT_ASSIGNABLE = (
        "此事项未列为可赋权乡镇（街道）的事项",
        "This duty is not among those that may be assigned to townships",
    )
    OFFICERS_NOT_QUALIFIED = (
        "须有 {required} 名以上本机构在编执法人员在行为当日持有效执法证，现有 {found} 名",
        "{required} officers of the organization in established posts, with certificates valid on the day, are needed;"
        " there are {found}",
    )
    CERTIFICATE_NOT_ALLOWED = (
        "只有在编、在岗、年满 18 周岁且考试合格的人员可以领取证件；请核对该人员的 inEstablishedPost、leftOn、bornOn、"
        "examinationPassedOn，有误的请更正（updateOfficer）",
        "Only staff in established posts who have not left, 18 or older, with the examination passed, can hold a"
        " certificate: look at the officer's inEstablishedPost, leftOn, bornOn and examinationPassedOn, and correct"
        " what is wrong (updateOfficer)",
    )
    SIMPLE_PROCEDURE_EXCEEDED = (
        "简易程序只能处以警告或 {limit} 元以下罚款",
        "The simple procedure allows a warning or a fine of at most {limit} yuan",
    )
    FINE_ABOVE_CEILING = (
        "罚款超过该权责事项的罚款上限 {limit} 元",
        "The fine is above the ceiling of the duty item, {limit} yuan",
    )
    PENALTY_OF_POLICE = (
        "限制人身自由的处罚只能由公安机关作出（行政处罚法 18）",
        "A penalty that restricts personal freedom is for the police alone (行政处罚法 18)",
    )
    PARTY_WAS_TOLD = (
        "当事人已被告知，此后只能更正其电话和地址",
        "The party was told what the case is about; from then on only its phone and address are corrected",
    )
    NEXT_EDITION_DRAFTED = "已有起草中的下一版，请先完成", "The next edition is being drafted already; finish that one"
    EDITION_IN_FORCE = (
        "该事项另有现行版次，请修订现行版次",
        "Another edition of the item is in force; revise that one",
    )
    DECISION_ANNULLED = (
        "该决定已被撤销，不再送达、执行，也不得据以提出许可处理建议；请结案（closeCase）",
        "The decision was annulled: it is neither served nor executed, and nothing is proposed upon it; close the case"
        " (closeCase)",
    )
    ANNULLED_ON_RECONSIDERATION = (
        "该决定已经复议撤销，不再复议；此后只能有行政诉讼",
        "The decision was annulled on reconsideration and is reconsidered no more; only a lawsuit may follow",
    )
    DECISION_STANDS = (
        "决定有效，须送达、执行后结案；只有被撤销的可以直接结案",
        "The decision stands: it is served and executed before the case is closed, unless it was annulled",
    )
    LICENCE_WITHOUT_TERM = (
        "该许可未定有效期，不因期限届满而终止（行政许可法 70）",
        "The licence has no term, so it does not expire (行政许可法 70)",
    )
    SERVICE_ANNOUNCED = (
        "已公告送达，期满后请登记送达（serveDecision）",
        "The decision was announced already; record its service when the time is over (serveDecision)",
    )
    SERVICE_NOT_ANNOUNCED = (
        "尚未登记公告，请先登记公告送达（announceService）",
        "The decision was not announced; record that first (announceService)",
    )
    REVOCATION_STANDS = (
        "撤销许可的决定未经复议、诉讼撤销，不能恢复许可；已被撤销的，请先登记其结果（recordReviewOutcome）",
        "The revocation stands: a licence is restored once review or a court annulled that, which is recorded first"
        " (recordReviewOutcome)",
    )
    REVIEW_RUNS = (
        "复议或者诉讼尚未终结，请待其结果登记（recordReviewOutcome）后恢复",
        "Reconsideration or litigation is not over: restore the licence once its outcome is recorded"
        " (recordReviewOutcome)",
    )
    LICENCE_TERM_OVER = (
        "许可有效期已于 {last} 届满，不能恢复",
        "The term of the licence was over on {last}; it is not restored",
    )
    DECISION_NOT_UPHELD = (
        "该决定经复议、诉讼已被变更、撤销或者确认违法，不能公示（行政处罚法 48）",
        "On review the decision was changed, annulled or found unlawful; it cannot be published (行政处罚法 48)",
    )
    NOTHING_PENALIZED = (
        "案件已撤案或者不予处罚，没有可公示的处罚决定（行政处罚法 48）",
        "The case was withdrawn or not penalized: there is no decision on a penalty to publish (行政处罚法 48)",
    )
    NOTHING_DECIDED = (
        "案件未作出决定即已撤案，没有可申请复议、提起诉讼的决定；归档后不再登记文书",
        "The case was withdrawn before it was decided: there is no decision to contest, and once it is archived no"
        " document is entered",
    )
    HEARING_TOO_SOON = (
        "听证须在举行的 {days} 个工作日前通知当事人，最早于 {earliest} 举行",
        "The party is told {days} working days before a hearing, which may be held on {earliest} at the earliest",
    )
    HEARING_PERIOD_RUNS = (
        "当事人可在 {until} 前（含当日）申请听证；期满、当事人放弃或听证后方可决定",
        "The party may ask for a hearing until {until}; decide after that day, a waiver or the hearing",
    )
    HEARING_REQUESTED = (
        "当事人已要求听证：请举行听证（holdHearing），或者登记其撤回要求（waiveHearing）后决定（行政处罚法 63）",
        "The party asked for a hearing: hold it (holdHearing), or record that the party took that back (waiveHearing),"
        " before the case is decided (行政处罚法 63)",
    )
    HEARING_NOT_OFFERED = (
        "此类处罚须先告知当事人听证权利，请重新告知",
        "Before a penalty of this kind the party is told of the right to a hearing; notify it again",
    )
    NO_HEARING_TO_WAIVE = (
        "未告知当事人听证权利，无可放弃；当事人有此权利的，请重新告知",
        "The party was told of no right to a hearing that it could waive; if it has one, notify it again",
    )
    HEARING_WAIVED = "当事人已放弃听证", "The party has waived the hearing already"
    HEARING_DUE_FOR_AMOUNT = (
        "罚没 {amount} 元以上（含）须先告知当事人听证权利，请重新告知",
        "Before {amount} yuan or more are fined or confiscated the party is told of the right to a hearing; notify it"
        " again",
    )
    NO_LEGAL_REVIEWER = "该机构没有法制审核机构", "This organization has no body for legal review"
    WRONG_RECEIVER = "不能交由该机构办理：{expected}", "This cannot go to that organization: {expected}"
    WRONG_RESULTING_CASE = (
        "由此产生的案件应为接收机关对同一当事人（以统一社会信用代码或身份证号为准）办理的案件，类别为{expected}，"
        "且不早于衔接事项发出时登记（所涉许可除外）；检查任务应为许可所属领域或者接收机关领域的检查",
        "The case that it led to must be the receiver's, on the same party by credit code or id number, of the type"
        " {expected}, and registered no earlier than the linkage was sent, unless it is the licence concerned; what a"
        " licence is inspected for is of its field or the receiver's",
    )
    NOT_TRANSFERABLE = (
        "案件已不在可移送的状态，或者已不由移送机关办理；未答复的移送请撤回（withdrawTransfer）",
        "The case stands where it can be transferred no more, or the sender does not have it any more; withdraw a"
        " transfer that is not answered (withdrawTransfer)",
    )
    CASE_TRANSFERRED = (
        "已移送公安机关或者监察委员会的案件不再移送；依法不追究刑事责任、应当给予行政处罚的（行政处罚法第二十七条），由接收机关"
        "反馈移送结果（returnTransferResult），由原移送机关据此登记新的案件（registerCase，来源为部门移送 TRANSFER）",
        "What went to the police or the supervisory commission is transferred no more: where nobody is prosecuted but a"
        " penalty is due (行政处罚法 27), the receiver returns the result (returnTransferResult), and the sender"
        " registers another case upon it (registerCase, of the source TRANSFER)",
    )
    ATTACHMENTS_LACKING = (
        "移送涉嫌犯罪案件须附移送材料：调查报告、涉案物品清单、检验鉴定意见等（国务院令第310号第六条）；"
        "草稿请补充（updateTransfer），已批准的请撤回后重新起草",
        "With a criminal case go the report of the investigation, the list of things and so on (国务院令第310号 6):"
        " attach them to the draft (updateTransfer), or withdraw what was approved and draft it anew",
    )
    TRANSFER_OPEN = (
        "案件已有尚未答复的移送，请先撤回（withdrawTransfer）或者待其答复",
        "A transfer of the case is not answered yet; withdraw it first (withdrawTransfer), or wait for the answer",
    )
    DISPUTE_UNDER_COORDINATION = (
        "案件的管辖争议正在协调，请待其确定由何机关办理（disputes）后再作决定或者终结案件",
        "A dispute over who handles the case is being coordinated: decide or end the case once that is settled"
        " (disputes)",
    )
    CASE_OFFERED = (
        "案件正在移送，待接收机关答复；请待其答复，或者由移送机关撤回移送（withdrawTransfer）后办理",
        "The case is being transferred: go on once the receiver has answered, or the sender has withdrawn the transfer"
        " (withdrawTransfer)",
    )
    LEGAL_REVIEW_LACKING = (
        "案件须先通过法制审核：请提请法制审核（requestLegalReview），待审核通过后办理",
        "The case has to pass legal review first: ask for it (requestLegalReview), and go on when it has passed",
    )
    LEGAL_REVIEW_AWAITED = (
        "案件正在法制审核：待审核通过（passLegalReview）后办理",
        "The case is under legal review: go on when it has passed (passLegalReview)",
    )
    LEGAL_REVIEW_NOT_DUE = (
        "案件当前无须法制审核：已通过、未提请，或者听证后方审核",
        "No legal review is due: the case has passed it, none was asked for, or it is reviewed after its hearing",
    )
    SIMPLE_PROCEDURE = "简易程序案件没有此步骤", "A case of simple procedure has no such step"
    ALREADY_PUBLISHED = "结果已公示", "The result is published already"
    NOT_PUBLISHED = "结果未公示，无须撤回", "The result is not published; there is nothing to take down"
    NO_CORRECTION_DUE = "没有待报告的整改", "No report on a correction is awaited"
    CORRECTION_DUE = (
        "尚有整改待报告，请先报告整改（reportCorrection）",
        "A report on a correction is awaited; make it first (reportCorrection)",
    )
    NOT_SUSPENSIBLE = (
        "进行中的期限均不可中止，或已届满",
        "None of the deadlines that run can be suspended, or they have passed",
    )
    NO_DEADLINE_RUNS = "没有进行中的期限", "No deadline is running"
    DEADLINE_SUSPENDED = (
        "期限已中止，请先恢复期限（resumeDeadlines）",
        "The deadlines are suspended; resume them first (resumeDeadlines)",
    )
    NOT_SUSPENDED = "并未中止，无须恢复", "It is not suspended; there is nothing to resume"
    SUSPENDED = "已中止，请先恢复办理", "It is suspended; resume it first"
    SUPPLEMENT_AWAITED = (
        "已要求补正，待双方补正（supplementApplication）或者补正期满后办理",
        "Papers are awaited; go on when a side has handed them in (supplementApplication), or had its time",
    )
    NO_SUPPLEMENT_ASKED = "没有待补正的要求", "No papers are awaited"
    DISPUTE_ENDED = "争议已终结", "The dispute has ended"
    CASE_LEFT_WITH_SENDER = (
        "案件经争议处理仍由移送机关办理，没有结果可以反馈",
        "A dispute left the case with its sender: there is no result to return",
    )
    MATTER_REFERRED = (
        "事项已提请共同上级指定监督机构，待其指定（designateBody）后办理",
        "The matter was referred to the common superior; go on when it has designated the body (designateBody)",
    )
    MATTER_NOT_REFERRED = "事项并未提请指定", "The matter was not referred"
    # Who rejected the case sees the transfer alone, and is not told who has the case.
    CASE_HANDED_OVER = (
        "案件已不由移送机关办理，不能再就此次移送提出争议",
        "The sender does not have the case any more: there is nothing left to dispute of this transfer",
    )
    JURISDICTION_SETTLED = (
        "案件管辖在此次移送之后已经确定，不能再就此次移送提出争议",
        "Who handles the case was settled after this transfer: there is nothing left to dispute of it",
    )
    JURISDICTION_BEING_SETTLED = (
        "案件管辖正在确定，暂不能就此次移送提出争议：本机关参加的争议请在该争议中处理（disputes），其他情形请待管辖确定",
        "Who handles the case is being settled: go on with the dispute that you are a side of (disputes), or wait until"
        " it is settled",
    )
    COMMISSION_NOT_DISPUTED = (
        "监察委员会是否接收由其自行决定，司法行政部门不予协调；请移送机关继续办理案件，或者另行移送（draftTransfer）",
        "What the supervisory commission takes no judicial bureau coordinates: as the sender go on with the case, or"
        " transfer it elsewhere (draftTransfer)",
    )
    APPLIED_BY_RESPONDENT = (
        "协调由相对方申请，提出方不能撤回，须待协调机关处理",
        "The other side applied for coordination: who opened the dispute cannot withdraw it, the coordinator ends it",
    )
    NO_COORDINATOR = "双方没有共同的上级司法行政部门", "The two sides have no judicial bureau above them in common"
    NOT_SUPERVISED_HERE = (
        "该机构不在此监督机构的监督范围内：须为本区域及下级的执法机关；部门法制机构只监督下级同领域部门",
        "That organization is not this body's to supervise: it supervises organs of its area, a legal unit those of"
        " its line below",
    )
    MATTER_CONFLICT = (
        "同一对象的同一事项已由{body}监督；应由本机构负责的，请由司法行政部门提请共同上级指定（referMatter）",
        "The same object is supervised already, by {body}; if it is yours, let a judicial bureau refer it to the"
        " nearest common superior (referMatter)",
    )
    MATTER_OPEN = (
        "本机构对同一对象同一事项的监督（{number}）尚未办结，请在该件中继续办理",
        "You supervise the same object already ({number}); go on in that matter",
    )
    SUPERVISORS_NOT_QUALIFIED = (
        "须指派 {required} 名以上本机构持有效监督证的人员，现有 {found} 名；请先 assignSupervisors",
        "{required} supervisors of the body with supervision certificates valid today are needed; there are {found}."
        " Assign them first (assignSupervisors)",
    )
    PERIOD_RUNS = (
        "期限到 {until}（含当日）届满；届满后方可进行",
        "The period runs until {until}; this may be done after that day",
    )
    EFFECT_NOT_ALLOWED = (
        "此事项不能出具 {type}（{effect}）；可用：{allowed}",
        "In this matter no {type} may be issued to {effect}; there are {allowed}",
    )
    ALREADY_ANSWERED = (
        "您已应另一机构的邀请填写过此问卷，每人只填写一次",
        "You answered this questionnaire upon another invitation; each person answers once",
    )
    NOT_ANSWERABLE = (
        "此文书已答复，或须以说明情况、报告整改答复",
        "This document was answered, or is answered by explaining or by reporting the rectification",
    )
    OPINION_REVOKED = (
        "监督意见经复核已撤销，不得据以追究责任",
        "The opinion was revoked upon review: nobody is held accountable upon it",
    )
    NO_SUPERIOR = "没有上级机构", "There is no superior body"
    CASE_UNDER_REVIEW = (
        "所涉案件正在复议或者诉讼之中：投诉类线索请不予受理，其他线索请中止办理，待其终结",
        "The case is under reconsideration or litigation: reject a complaint, suspend other clues till it ended",
    )
    CLUE_NOT_ASSIGNABLE = (
        "线索只能交由本区域内的执法机关核查",
        "A clue is verified by an organ with enforcement powers in the bureau's own area",
    )
    CLUE_OF_SUPERVISOR = (
        "线索涉及监督机构，不能交由其监督的机关核查，请改派其监督区域以外的机关",
        "The clue is about a supervision body; assign it to an organ outside of the area which that body supervises",
    )
    CLUE_OF_BODY_ITSELF = (
        "线索涉及监督机构，应当由其上一级监督机构办理：请移送上级，或者以投诉举报提交",
        "The clue is about a supervision body and is for the one above that: transfer it there, or file a complaint",
    )
    PUBLIC_LIMIT_REACHED = (
        "同一网络地址每小时最多提交 {limit} 次，请稍后再试",
        "From one network address {limit} may be filed in an hour; try again later",
    )
    NO_REVISIT_POLICY = "该区域没有施行的回访比例规定", "No policy of revisits is in force in this region"
    VISITOR_IS_OFFICER = (
        "回访人不得是该案办案人员，请另行指派",
        "An officer of the case cannot revisit it; assign somebody else",
    )
    VISITOR_LEFT = (
        "回访人已不在指派机构，请由指派机构另行指派",
        "The visitor is no longer with who assigned the revisit, which assigns somebody else",
    )
    OBJECTION_TOO_LATE = (
        "异议期限已于 {due} 届满",
        "The time to object ended at {due}",
    )
    NOT_EXTENSIBLE = (
        "此期限最多延长 {limit} 次，且须在届满之前",
        "This deadline may be extended {limit} times at most, and before it has passed",
    )
    NEVER_EXTENDED = "此期限不得延长", "This deadline may not be extended"
    SEIZURE_PASSED = (
        "查封、扣押、冻结的期限已届满，应当解除（liftMeasure）（行政强制法 28、33）",
        "The time of the seizure or freezing has passed; it is lifted (liftMeasure) (行政强制法 28, 33)",
    )
    SEIZURE_IS_EXTENDED = (
        "查封、扣押、冻结的期限随强制措施延长，请延长措施（extendMeasure）",
        "The time of a seizure or freezing is extended with the measure: extend that (extendMeasure)",
    )
    NO_SUCH_DEADLINE = "没有进行中的期限 {event}", "No deadline {event} is running"
    NO_DEADLINE_RULE = "没有适用的期限规则 {event}", "No deadline rule {event} is in force here"
    RULE_IS_LAW = (
        "法定规则只能由其施行区域 {region} 调整",
        "A statutory rule can be changed for its own region only, {region}",
    )
    RULE_ENDED = (
        "规则已失效或已撤回，无须再废止",
        "The rule is out of force already or was withdrawn: there is nothing left to end",
    )
    REPORT_SUPERSEDED = (
        "所依据的季度报告中有的已被更正，请先改用更正后的报告",
        "A report that it draws on was corrected since; draw on the correction instead",
    )
    TOO_MANY_PILOTS = (
        "每个县（市、区）最多确定 {limit} 个乡镇（街道）试点；请先撤回未确认的",
        "A county names {limit} townships at most; withdraw one that is not confirmed first",
    )
    TOO_EARLY = "须自 {since} 起办理", "This can be done from {since} on"
    PERIODS_OVERLAP = (
        "与自 {since} 起的一条重叠，请选择 {after} 之后的日期",
        "It would overlap one that is in force from {since}; choose a day after {after}",
    )
    TIED_TO_FINES = (
        "经费用途不得规定罚没指标，也不得与罚没收入挂钩（行政处罚法第七十四条）：“{words}”。请修改用途",
        "Funds may set no target of fines nor be tied to what fines bring in (行政处罚法 74): “{words}”; reword it",
    )
    NO_STAFFING_RULE = (
        "没有适用于该区域监督机构的编制测算规则，请先制定",
        "No staffing rule is in force for a supervision body of this region; adopt one first",
    )
    NO_EVALUATOR = (
        "评估只能委托研究机构或调查机构",
        "An evaluation can be commissioned to a research institute or a survey agency alone",
    )
    OUTSIDE_OF_AREA = (
        "不在该机构辖区（条线）内：{what}",
        "This lies outside the area, or the line, of the organization: {what}",
    )
    WEIGHTS_NOT_WHOLE = (
        "同级指标权重之和须为 100，现“{level}”下为 {weights}",
        "Weights below one indicator must add up to 100; below “{level}” they are {weights}",
    )
    NO_ASSESSMENT_RULE = (
        "期间截止日没有适用于该层级机关的考核规则，请先制定",
        "No rule of assessments is in force for organs of this level on the last day; adopt one first",
    )
    NOTHING_TO_NOTIFY = (
        "本批专项说明均已通知或无须再通知",
        "Every organ of this generation was asked already, or has nothing to explain any more",
    )
    NOTHING_TO_PUBLISH = "本批考核结果均已公布", "Every sheet of this round was published already"
    NOTHING_TO_ASSESS = (
        "期间内没有可计量的考核指标，请调整期间或考核规则",
        "There is nothing to measure in this period; take another period or adopt another rule",
    )
    SAMPLE_EMPTY = (
        "评估范围内没有可抽取的案件，请调整区域、领域或期间",
        "No case of the scope can be drawn; commission other regions, fields or another period",
    )
    POLL_NOT_CLOSED = (
        "网上投票尚未截止，请截止后再确定被评领域",
        "The poll is not closed; close it before its fields are taken",
    )
    COPY_NAMES_SOMEONE = (
        "文件名含有原案的案号、当事人或执法人员信息，请改名后重新上传",
        "The name of the file tells the case, its party or an officer; upload it under another name",
    )
    COPY_IS_ORIGINAL = (
        "该文件是案件的证据、文书或移送材料，请上传脱敏副本",
        "This file is evidence, a document or an attachment of a case; upload a copy in which nobody is named",
    )
    SCORES_MISSING = (
        "还有 {missing} 项未评分，首项为指标 {indicator}",
        "{missing} scores are missing still, the first by indicator {indicator}",
    )
    FILE_NOT_COMPLETE = (
        "案件尚未办结，当前状态为 {state}，不能评查案卷",
        "The case has not ended, it stands at {state}; its file cannot be reviewed yet",
    )
    OTHERS_AT_WORK = (
        "他人正在办理相关事项，本次未作任何改动，请稍后重试",
        "Others are at work on the same; nothing was changed, try again",
    )
    VERSION_CONFLICT = (
        "数据已被他人修改，当前版本为 {version}；请核对后重试",
        "Someone changed this first: it is at version {version} now; look at it and try again",
    )
    IDEMPOTENCY_KEY_REUSED = (
        "此幂等键已用于另一项不同的请求，请换用新键",
        "This idempotency key was used for a different request; use a new one",
    )

    def message(self, language: Language, **parameters: object) -> str:
        """What is wrong and what to do, with the parameters filled in, those that are terms in the same language."""
        template = self.chinese if language == "zh" else self.english
        return template.format(**{name: said(value, language) for name, value in parameters.items()})


class Refusal(Exception):  # noqa: N818 - an answer to the caller, not a fault of the program
    """A request, an argument or an input that cannot be served, in words its sender can act on."""

    def __init__(self, code: ErrorCode, *, field: str | None = None, **parameters: object) -> None:
        super().__init__(code.message("en", **parameters))
        self.code = code
        self.field = field
        self.parameters = parameters

    def message(self, language: Language) -> str:
        """What is wrong and what to do."""
        return self.code.message(language, **self.parameters)


class InvalidValue(Refusal):
    """A value that is not right, and what is wrong with it."""

    def __init__(self, field: str | None, fault: Fault | Phrase) -> None:
        super().__init__(ErrorCode.INVALID_VALUE, field=field, reason=fault)
