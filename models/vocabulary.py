"""The field's terms: every enumeration, each member with its Chinese and its English name.

The database and the contract both store and show the member's name; the Chinese term stands first in
every description.  Source: the pilot plan's vocabulary and the statutes it rests on.
"""

from __future__ import annotations

from enum import Enum


class Vocabulary(Enum):
    """A closed list of terms; ``NAME = 中文, English``."""

    # Each member is there once. The library's own, in Python, hashes its name at every look-up.
    __hash__ = object.__hash__

    def __init__(self, chinese: str, english: str) -> None:
        self.chinese = chinese
        self.english = english

    @property
    def description(self) -> str:
        """The bilingual description, Chinese first."""
        return f"{self.chinese} · {self.english}"


class Level(Vocabulary):
    """行政层级 · Administrative level"""

    PROVINCE = "省级", "Province"
    CITY = "市级", "City (prefecture)"
    COUNTY = "县级", "County, district, county-level city or development zone"
    TOWNSHIP = "乡级", "Township, town or sub-district"

    @property
    def code_length(self) -> int:
        """Digits of a GB/T 2260 code at this level."""
        return _CODE_LENGTHS[self]

    @classmethod
    def of_region(cls, code: str) -> Level:
        """The level at which the region with this code stands.

        Raises ``ValueError`` when no level has codes of that length.
        """
        for level, length in _CODE_LENGTHS.items():
            if len(code) == length:
                return level
        raise ValueError(f"{code!r} is no region code: it has {len(code)} digits, not 2, 4, 6 or 9")


_CODE_LENGTHS = {Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6, Level.TOWNSHIP: 9}


class OrganizationKind(Vocabulary):
    """机构类别 · Kind of organization"""

    GOVERNMENT = "人民政府", "People's government"
    JUDICIAL_BUREAU = "司法行政部门", "Judicial bureau, the government's supervision body"
    DEPARTMENT = "行政执法部门", "Department with enforcement powers"
    LEGAL_UNIT = "部门法制机构", "Legal unit of a department"
    JUDICIAL_OFFICE = "司法所", "Judicial office of a township"
    TOWNSHIP_GOVERNMENT = "乡镇人民政府/街道办事处", "Township government or sub-district office"
    TOWNSHIP_ENFORCEMENT = "综合行政执法队", "Comprehensive enforcement team of a township"
    AUTHORIZED = "授权组织", "Organization authorized by law or regulation"
    ENTRUSTED = "受委托组织", "Organization entrusted with enforcement"
    VERTICAL = "垂直管理机关", "Vertically led organ (tax, tobacco, meteorology …)"
    ESTABLISHMENT_OFFICE = "编办", "Establishment office, which authorises posts"
    FINANCE = "财政部门", "Finance bureau"
    POLICE = "公安机关", "Police, as receiver of criminal transfers"
    PROCURATORATE = "检察院", "Procuratorate"
    SUPERVISORY_COMMISSION = "监委", "Supervisory commission"
    RESEARCH_INSTITUTE = "研究机构", "Research institute, as evaluator"
    SURVEY_AGENCY = "调查机构", "Survey agency, as evaluator"


class EnforcementField(Vocabulary):
    """执法领域 · Field of enforcement, the line (条) that departments of all levels form"""

    MARKET_REGULATION = "市场监管", "Market regulation"
    URBAN_MANAGEMENT = "城市管理", "Urban management"
    ECOLOGY = "生态环境", "Ecology and environment"
    TRANSPORT = "交通运输", "Transport"
    CULTURE_TOURISM = "文化广电和旅游", "Culture, broadcasting and tourism"
    AGRICULTURE = "农业农村", "Agriculture and rural affairs"
    HEALTH = "卫生健康", "Health"
    EMERGENCY = "应急管理", "Emergency management"
    NATURAL_RESOURCES = "自然资源和规划", "Natural resources and planning"
    HOUSING = "住房和城乡建设", "Housing and construction"
    WATER = "水利", "Water resources"
    FORESTRY = "林业", "Forestry"
    PUBLIC_SECURITY = "公安", "Public security"
    HUMAN_RESOURCES = "人力资源和社会保障", "Human resources and social security"
    EDUCATION = "教育", "Education"
    FIRE = "消防救援", "Fire and rescue"
    DEVELOPMENT_REFORM = "发展和改革", "Development and reform"
    SCIENCE = "科学技术", "Science and technology"
    INDUSTRY = "工业和信息化", "Industry and information technology"
    ETHNIC_RELIGIOUS = "民族宗教", "Ethnic and religious affairs"
    CIVIL_AFFAIRS = "民政", "Civil affairs"
    COMMERCE = "商务", "Commerce"
    VETERANS = "退役军人事务", "Veterans affairs"
    AUDIT = "审计", "Audit"
    SPORTS = "体育", "Sports"
    STATISTICS = "统计", "Statistics"
    MEDICAL_SECURITY = "医疗保障", "Medical security"
    CULTURAL_RELICS = "文物", "Cultural relics"
    CIVIL_DEFENCE = "人民防空", "Civil air defence"
    GRAIN = "粮食和物资储备", "Grain and reserves"
    PRESS = "新闻出版", "Press and publication"
    CYBERSPACE = "网信", "Cyberspace"
    HOUSING_FUND = "住房公积金", "Housing provident fund"
    TAX = "税务", "Tax"
    TOBACCO = "烟草专卖", "Tobacco monopoly"
    METEOROLOGY = "气象", "Meteorology"


class SupervisionGapKind(Vocabulary):
    """监督力量缺口 · What a supervision body lacks (plan clause 1 机构建设)"""

    NOT_AUTHORISED = "未核定编制", "No post is authorised"
    VACANT_POSTS = "缺编", "Fewer people than authorised posts"
    NO_DEDICATED_BODY = "无专门机构", "The duty is held by a body that is not dedicated to it"
    NO_DEDICATED_STAFF = "无专门人员", "No one works on supervision alone"
    BELOW_ESTIMATE = "核定编制低于测算", "Fewer authorised posts than its work was found to need"


class Role(Vocabulary):
    """角色 · What a person is entrusted with in an organization; the policy says what it may do"""

    JUDICIAL_BUREAU = "司法行政部门监督人员", "Supervisor of a judicial bureau"
    PROVINCIAL_SYSTEM = "省级系统", "The provincial system (a machine)"
    JUDICIAL_OFFICE = "司法所人员", "Judicial office"
    LEGAL_UNIT = "部门法制人员", "Legal unit of a department"
    ORGAN_OFFICER = "执法机关人员", "Officer of an enforcement organ"
    TOWNSHIP_OFFICER = "乡镇执法人员", "Officer of a township"
    TOWNSHIP_HEAD = "乡镇负责人", "Head of a township, who approves its transfers"
    POLICE = "公安机关人员", "Police"
    SUPERVISORY_COMMISSION = "监察委员会人员", "Supervisory commission, which answers what is transferred to it"
    GOVERNMENT_OFFICE = "政府办公室", "Government office"
    ESTABLISHMENT_OFFICE = "编办人员", "Establishment office"
    FINANCE = "财政人员", "Finance bureau"
    LEADING_GROUP_MEMBER = "领导小组成员", "Member of the leading group"
    EVALUATOR = "评估人员", "Third-party evaluator"
    INVITED_SUPERVISOR = "特邀行政执法监督员", "Specially invited supervisor"
    CONTACT_ENTERPRISE = "联系点企业", "Contact-point enterprise"
    SYSTEM_ADMIN = "系统管理员", "System administrator"
    SECURITY_ADMIN = "安全管理员", "Security administrator"
    AUDIT_ADMIN = "审计管理员", "Audit administrator"
    ACCOUNT_HOLDER = "登录用户", "Anyone who is signed in"
    PUBLIC = "公众", "Anyone, without a token"

    @property
    def levels(self) -> frozenset[Level]:
        """The levels at which an organization can entrust this role."""
        return _ROLE_LEVELS.get(self, frozenset(Level))


_COUNTY_AND_CITY = frozenset({Level.CITY, Level.COUNTY})
_COUNTY_AND_ABOVE = frozenset({Level.PROVINCE, Level.CITY, Level.COUNTY})
_ROLE_LEVELS = {
    Role.JUDICIAL_BUREAU: _COUNTY_AND_ABOVE,
    Role.PROVINCIAL_SYSTEM: frozenset({Level.PROVINCE}),
    Role.JUDICIAL_OFFICE: frozenset({Level.TOWNSHIP}),
    Role.TOWNSHIP_OFFICER: frozenset({Level.TOWNSHIP}),
    Role.TOWNSHIP_HEAD: frozenset({Level.TOWNSHIP}),
    Role.POLICE: _COUNTY_AND_CITY,
    Role.SUPERVISORY_COMMISSION: _COUNTY_AND_ABOVE,
    Role.ESTABLISHMENT_OFFICE: _COUNTY_AND_CITY,
    Role.FINANCE: _COUNTY_AND_CITY,
    Role.LEADING_GROUP_MEMBER: _COUNTY_AND_CITY,
    Role.SYSTEM_ADMIN: _COUNTY_AND_ABOVE,
}


class Scope(Vocabulary):
    """数据范围 · Which rows a policy rule reaches"""

    AREA = "块", "The region of the caller's organization and everything below it"
    LINE = "条", "The caller's field in the region of its organization and below it"
    TOWNSHIP = "本乡镇", "Exactly the caller's township"
    OWN = "本机构", "The caller's organization and those that count as one with it"
    COMMISSION = "受托评估", "The sample of a running evaluation commissioned to the organization"
    SELF = "本人", "The caller's own records"
    AGGREGATE = "汇总", "Numbers only, never rows"
    PUBLIC = "公开", "What is published"


class AccessReason(Vocabulary):
    """判定理由 · Why an action is allowed or not"""

    ALLOWED = "允许", "A rule allows it"
    SEEN_AS_PART = "随所属对象可见", "It is seen as part of an object that a rule allows to read"
    NO_RULE = "无授权规则", "No rule gives this action to any of the caller's roles"
    OUT_OF_SCOPE = "超出授权范围", "A rule gives the action, but its scope does not reach this row"
    NOT_FOUND = "不存在或不可见", "No such row exists for the caller"


class OrderDirection(Vocabulary):
    """排序方向 · Direction of an order"""

    ASC = "升序", "Ascending"
    DESC = "降序", "Descending"
