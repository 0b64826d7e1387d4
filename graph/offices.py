"""Whether a body's name is bare: made of words that every place has an office of, so that it needs its place.

市商务局, 司法局, 发展和改革委员会, 工商联 and 总商会 are bare; 清华大学, 青深企业家联谊会 and 上海证券交易所 are not.
A list of the language: the vocabulary of departments of party, government, congress, consultative conference and of the
people's organisations, as the public lists of departments of any Chinese city have it.
"""

from __future__ import annotations

import re
from typing import Final

LEVEL: Final = "省|市|区|县|州|盟|旗|自治区|自治州|自治县|镇|乡|街道|村|社区"
"""What stands for the place at home: 市商务局, 省委."""

_SUBJECTS = """
发展 改革 发改 经济 经信 工业 信息化 信息 产业 商务 商业 贸易 对外 合作 外资 投资 促进 招商 财政 金融 地方金融
税务 国税 地税 审计 统计 教育 教体 体育 科技 科学技术 科学 技术 创新 人才 人力资源 社会保障 人社 劳动 就业 民政
民族 宗教 民宗 公安 司法 国家安全 应急 管理 应急管理 消防 救援 自然资源 国土 国土资源 规划 规划和自然资源 建设
城乡 住房 住建 城市 城管 执法 综合 行政 行政审批 审批 服务 政务 政务服务 大数据 数据 交通 交通运输 运输 公路
铁路 港口 航空 口岸 物流 水利 水务 海洋 渔业 海事 农业 农村 农业农村 林业 园林 绿化 畜牧 粮食 物资 储备 扶贫
乡村 振兴 生态 环境 生态环境 环保 气象 地震 文化 旅游 文旅 广电 广播 电视 新闻 出版 文物 档案 地方志 史志 党史
研究 卫生 健康 卫健 医疗 保障 医疗保障 医保 疾病 预防 控制 市场 监督 监管 市场监督管理 市场监管 工商 质量
技术监督 食品 药品 知识产权 国有资产 国资 国有资产监督管理 机关 事务 机关事务 退役军人 外事 侨务 台湾 港澳
台港澳 外事侨务 信访 接待 编制 机构 机构编制 老干部 老干 组织 宣传 统战 统一战线 政法 纪律 检查 监察 纪检 巡察
巡视 网络 安全 信息办 直属 工作 军民 融合 民营 中小企业 企业 政策 法制 法治 营商 区域 对口 支援 协作 帮扶 全面
深化 青年 妇女 儿童 残疾人 老龄 红十字 工会 社会 科学界 文学 艺术界 国际 贸促 世界 会展 合作交流 经济合作
经济技术 协作 推进 领导 指挥 考核 督查 绩效 公共 资源 交易 住房公积金 公积金 消费者 仲裁 慈善 法学 记者 作家 和
与 及 暨 、
行业 高校 学校 运行 园区 开发区 新区 高新区 经开区 高新技术产业开发区 经济技术开发区 自贸试验区 自贸区 保税区 综合保税区
示范区 片区 度假区 功能区
"""
_OFFICES = """
局 委 委员会 办 办公室 厅 部 处 署 科 室 中心 总队 支队 大队 队 组 小组 院 所 站 会 会议 总会 联合会 协会 学会
商会 总商会 促进会 工商联 工商业联合会 政府 人民政府 人大 人民代表大会 常委会 常务委员会 人大常委会 政协
政治协商会议 法院 人民法院 中级人民法院 检察院 人民检察院 纪委 监委 纪委监委 团委 共青团 妇联 总工会 文联 科协
侨联 台联 残联 社科联 社科院 社会科学院 贸促会 党校 行政学院 干部学院 社会主义学院 管委会 管委 指挥部 机关 党组
党委 党工委 公安局 组织部 宣传部 统战部 政法委 发改委 发改局 国资委 卫健委 工信局 科技局 商务局 财政局 住建局
城管局 教育局 民政局 人社局 文旅局 审计局 统计局 警备区 军分区 商协会 大学 学院 医院
"""


def _alternatives(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=lambda w: (-len(w), w)))


_BARE = re.compile(
    rf"(?:委|政府)?(?:{_alternatives(_SUBJECTS)}|{_alternatives(_OFFICES)})*(?:{_alternatives(_OFFICES)})"
)
_LEVELLED = re.compile(
    rf"(?:本|我|全)?({LEVEL})(?=委|政府|人大|政协|{_alternatives(_SUBJECTS)}|{_alternatives(_OFFICES)})(.+)"
)


_NAMED_BY_PLACE = re.compile(r".*(?<!行政)(?<!干部)(?<!社会主义)(?<!总)(?:大学|学院|医院|商会|商协会|协会|学会)")


def is_named_by_place(name: str) -> bool:
    """Whether what stands behind a place is a name with it, so that no 市 is put between: 北京大学, 青岛农业大学."""
    return _NAMED_BY_PLACE.fullmatch(name) is not None


def is_bare(name: str) -> bool:
    """Whether a name (normal form, no place in front) is made of such words alone, its level (市) apart."""
    return _BARE.fullmatch(without_level(name)[1]) is not None


def without_level(name: str) -> tuple[str, str]:
    """The level that a bare name begins with, and the rest: 市商务局 → 市, 商务局; 司法局 → nothing, 司法局."""
    match = _LEVELLED.fullmatch(name)
    return (match[1], match[2]) if match and _BARE.fullmatch(match[2]) else ("", name)
