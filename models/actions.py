"""The acts that a policy rule can give: one for each command, named by what is done."""

from __future__ import annotations

from models.vocabulary import Vocabulary


class Action(Vocabulary):
    """行为 · What may be done with an object; a policy rule names one"""

    READ = "查看", "Read"
    UPDATE = "修改", "Change the recorded facts"

    # Duty lists.
    DRAFT = "起草", "Draft"
    REVISE = "修订", "Draft a new edition of what is published"
    REVIEW = "审查", "Review"
    PUBLISH = "公布", "Publish"
    REVOKE = "撤销", "Revoke"
    ASSIGN = "指派、赋权", "Assign: a duty to a township, an object to who has to act on it"
    TAKE_BACK = "收回", "Take back what was assigned"

    # Officers and certificates.
    REGISTER = "登记", "Register"
    ISSUE = "核发", "Issue"
    SUSPEND = "暂扣", "Suspend"
    RESTORE = "恢复", "Restore what was suspended"

    # Staffing.
    ESTIMATE = "测算编制", "Estimate the posts that the work needs"

    # Leading groups and budgets.
    ESTABLISH = "成立", "Establish"
    ADD_MEMBER = "增加成员", "Add a member"
    REMOVE_MEMBER = "免去成员", "Record that a member left"
    DISSOLVE = "撤销机构", "Dissolve"
    RECORD_BUDGET = "登记经费", "Record a budget"

    # Trainings.
    PLAN = "制定计划", "Plan"
    ADD_SESSION = "增加场次", "Add a session"
    RECORD_ATTENDANCE = "登记参训", "Record who attended"
    COMPLETE_TRAINING = "结业", "Complete a training"
    CANCEL_TRAINING = "取消培训", "Cancel a training that was not held"

    # Cases.
    FILE = "立案", "File the case"
    INVESTIGATE = "调查取证", "Start the investigation"
    ADD_EVIDENCE = "登记证据", "Enter a piece of evidence"
    ADD_DOCUMENT = "登记文书", "Enter a document"
    CONVERT = "转为普通程序", "Go on by the ordinary procedure"
    REQUEST_REVIEW = "提请法制审核", "Ask for the legal review"
    PASS_REVIEW = "法制审核通过", "Pass the legal review"
    RETURN_REVIEW = "法制审核退回", "Return the case from legal review"
    NOTIFY = "告知", "Notify the party of what is intended"
    REQUEST_HEARING = "要求听证", "Record that the party asked for a hearing"
    WAIVE_HEARING = "放弃听证", "Record that the party waived the hearing"
    HOLD_HEARING = "听证", "Hold the hearing"
    DECIDE = "决定", "Decide"
    NOT_PENALIZE = "不予处罚", "Decide not to penalize"
    SERVE = "送达", "Serve the decision"
    ANNOUNCE_SERVICE = "公告送达", "Announce the decision to a party that cannot be reached"
    EXECUTE = "执行", "Execute"
    CLOSE = "结案", "Close"
    ARCHIVE = "归档", "Archive"
    WITHDRAW = "撤案、撤回", "Withdraw"
    TAKE_DOWN = "撤回公示", "Take the publication down"
    ACCEPT = "受理", "Accept"
    EXAMINE = "审查申请", "Examine the application"
    GRANT = "准予许可", "Grant the licence"
    REFUSE = "不予许可", "Refuse the licence"
    EXPIRE = "注销到期许可", "Record that the licence has expired"
    CONDUCT = "实施检查", "Conduct the inspection"
    RECORD_RESULT = "记录结果", "Record the result"
    IMPLEMENT = "实施强制", "Implement the coercive measure"
    EXTEND = "延长", "Extend"
    LIFT = "解除", "Lift the coercive measure"
    RECORD_PROCEEDING = "登记复议诉讼受理", "Record that reconsideration or litigation was accepted"
    RECORD_OUTCOME = "登记复议诉讼结果", "Record the outcome of reconsideration or litigation"
    REPORT_CORRECTION = "报告整改", "Report the correction that reconsideration asked for"

    # Transfers.
    APPROVE = "批准", "Approve"
    SEND = "移送", "Send"
    RECEIVE = "签收", "Sign the receipt"
    REJECT = "不予接收", "Reject, with a reason"
    RETURN_RESULT = "反馈结果", "Return the result"

    # Disputes.
    NEGOTIATE = "协商", "Negotiate"
    APPLY = "申请协调", "Apply for coordination"
    COORDINATE = "协调", "Coordinate"
    RECORD_AGREEMENT = "达成一致", "Record the agreement"
    ISSUE_OPINION = "出具意见", "Issue an opinion"
    DESIGNATE = "指定管辖", "Designate the organ that handles the case"
    REQUEST_SUPPLEMENT = "要求补正", "Ask for the papers to be supplemented"
    SUPPLEMENT = "补正", "Supplement the papers"
    ESCALATE = "提请决定", "Escalate to the government"

    # Clues.
    OPEN = "提出线索", "Open a clue"
    COMPLAIN = "投诉举报", "File a complaint, without an account"
    SCREEN = "筛查", "Screen"
    TRANSFER = "移交", "Hand over to another body"
    VERIFY = "核查", "Start the verification"
    REPORT_FINDING = "报告核查结论", "Report what the verification found"
    RETURN_FINDING = "退回核查", "Return the finding, to be verified again"
    REPLY = "答复线索提供人", "Answer the informant"
    SUSPEND_HANDLING = "中止办理", "Suspend the handling"
    RESUME_HANDLING = "恢复办理", "Resume the handling"

    # Revisits.
    SAMPLE = "抽取回访样本", "Draw a sample of closed cases to be revisited"
    RECORD_REVISIT = "登记回访", "Record a revisit"
    RECORD_UNREACHABLE = "登记无法联系", "Record that the party could not be reached"
    RAISE_ISSUE = "提出问题", "Raise an issue with the organ"
    HANDLE = "处理问题", "Handle the issue that was raised"
    CONFIRM_HANDLING = "确认处理", "Confirm the handling"
    RETURN_HANDLING = "退回处理", "Return the handling, with the reason"

    # Linkage.
    PROPOSE = "提出建议", "Send a proposal"
    ANSWER = "答复", "Answer"

    # Special explanations.
    GENERATE = "生成", "Generate"
    SUBMIT = "提交", "Submit"
    RETURN = "退回", "Return, with the reason"
    # Supervision matters.
    RECOMMEND = "建议监督", "Recommend that an organ be supervised"
    EXPLAIN = "说明情况", "Explain, as the supervised organ"
    INFORM = "告知上级主管部门", "Tell the superior department of a vertical organ what was found"
    EXPEDITE = "督办", "Issue a letter that expedites"
    RECTIFY = "着手整改", "Start to rectify, with a plan"
    REPORT_RECTIFICATION = "报告整改情况", "Report the rectification"
    RETURN_RECTIFICATION = "退回整改", "Return a rectification that falls short"
    VERIFY_RECTIFICATION = "核验整改", "Verify the rectification"
    OBJECT = "提出异议", "Object to an opinion or an assessment"
    REVIEW_OBJECTION = "复核异议", "Review the objection"
    APPEAL = "申请上级复核", "Appeal to the superior of the body that reviewed"
    TERMINATE = "终止监督", "Terminate, with a reason"
    REFER = "提请指定", "Refer a conflict of responsibility to the nearest common superior"
    HOLD_ACCOUNTABLE = "责任追究", "Hold the organ or an officer accountable"

    # Assessments.
    DRAW_UP = "考核计分", "Draw up a score sheet"
    UPHOLD = "维持", "Uphold what was objected to"

    # Reports and bulletins.
    BULLETIN = "通报", "Draw on in a bulletin"

    # Pilots.
    NAME = "确定试点", "Name a pilot"
    CONFIRM = "确认", "Confirm"
    # Evaluations and reviews of case files.
    COMMISSION = "委托评估", "Commission an evaluation"
    DRAW_SAMPLE = "抽取样本", "Draw the sample of an evaluation"
    ADD_COPY = "附脱敏副本", "Add a copy of a file in which nobody is named"
    SCORE = "评分", "Score"
    SUBMIT_EVALUATION = "提交评估结果", "Submit the result of an evaluation"
    ADOPT_EVALUATION = "采纳评估结果", "Adopt the result of an evaluation"
    SUSPEND_COMMISSION = "中止委托", "Suspend the commission of an evaluation"
    RESUME_COMMISSION = "恢复委托", "Resume the commission of an evaluation"
    REVIEW_FILE = "案卷评查", "Review the file of a case"
    # Questionnaires.
    CLOSE_ANSWERS = "截止作答", "Close to further answers"
    INVITE = "邀请作答", "Invite to answer"
    FILL_IN = "作答", "Answer a questionnaire"

    # Invited supervisors and polls.
    VOLUNTEER = "申请担任监督员", "Apply to serve as an invited supervisor"
    APPOINT = "聘任", "Appoint for a term"
    RENEW = "续聘", "Appoint for another term"
    DISMISS = "解聘", "Dismiss"
    SUBMIT_REPORT = "提交监督报告", "Submit a report of what was seen"
    HANDLE_REPORT = "处理监督报告", "Handle a report"
    REQUEST_CODE = "申请投票码", "Ask for a code that admits to a poll once"

    # Contact points.
    NOMINATE = "推荐联系点", "Nominate a contact point"
    SET_UP = "设立联系点", "Designate a contact point"
    PAUSE = "暂停", "Suspend for a time"
    RECORD_VISIT = "走访", "Record a visit"

    # Files.
    UPLOAD = "上传", "Upload a file"
    IMPORT = "导入", "Import the rows of a file"

    # Running clocks.
    EXTEND_DEADLINE = "延长期限", "Extend a deadline"
    SUSPEND_DEADLINE = "中止期限", "Suspend a deadline"
    RESUME_DEADLINE = "恢复期限", "Resume a suspended deadline"

    # Rules and the calendar they count by.
    ADOPT = "制定", "Adopt a rule"
    END = "废止", "Put a rule out of force"
    ALERT = "预警", "Raise an alert"
    ANNOUNCE = "录入公布的日历", "Record the official calendar of a year"
