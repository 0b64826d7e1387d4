"""Lines of the page that are no part of the article: menus, bread crumbs, buttons, teasers, prompts.

A caption or by-line belongs to the article and is not furniture.
"""

from __future__ import annotations

import re
from typing import Final

_MENU: Final = re.compile(r"^\s*[^，。！？；]{1,16}(?:\s*[|｜>›»→]\s*[^，。！？；]{1,16}){2,}\s*$")
_CRUMBS: Final = re.compile(
    r"^\s*(?:您?的?(?:当前|现在|所在)?的?位置|您(?:现在|当前)的位置|当前页面|网站首页)\s*(?:[:：>›»|]|是)"
    r"|^[^，。！？；]{0,30}(?:首页|频道|要闻|新闻|动态|正文|资讯)[^，。！？；]{0,20}\s[>›»]\s*[^，。！？；]{1,20}$"
    r"|^[^，。！？；]{1,20}\s[>›»]\s(?:正文|详情|.{0,6}(?:要闻|新闻|动态|资讯|之窗|时政))\s*$"
)
_BUTTONS: Final = re.compile(
    r"^\W*(?:分享到|分享至|复制链接|打开APP|下载APP|下载客户端|点击(?:下载|查看|进入|关注|上方|下方|阅读)|扫码|扫一扫|扫描二维码|长按|收藏|打印|字号|字体|"
    r"阅读全文|查看更多|更多(?:精彩|内容|新闻|>>)|返回(?:首页|顶部|列表)|上一篇|下一篇|登录|注册|设为首页|加入收藏|验证码|请输入|请拖动|请完成|"
    r"相关(?:阅读|新闻|链接|推荐|报道)|延伸阅读|推荐阅读|热门(?:推荐|新闻|排行|文章|点击)|热点(?:推荐|排行)|猜你喜欢|新闻排行|点击排行|阅读排行|今日(?:热点|推荐|要闻)|"
    r"版权(?:声明|所有)|未经(?:授权|许可|书面)|免责声明|声明[:：]|网站地图|联系我们|关于我们|举报电话|违法和不良|ICP备|.{0,10}ICP备|公安备|主办单位[:：]|"
    r"我要评论|网友评论|发表评论|评论\(?\d*|点赞|在看|转发)"
)
_MORE: Final = re.compile(r"(?:…|\.\.\.|。|”)?\s*[【\[](?:详细|更多|阅读全文|全文|查看)[】\]]\s*$")
_TEASERS: Final = re.compile(
    r"^\W*(?:相关(?:阅读|新闻|链接|推荐|报道)|延伸阅读|推荐阅读|热门(?:推荐|新闻|排行|文章|点击)|热点(?:推荐|排行|新闻)|猜你喜欢|"
    r"(?:新闻|点击|阅读|本周|今日|24小时)(?:热点)?(?:排行|排行榜|热榜)|更多新闻|往期(?:回顾|推荐|精选)|精彩推荐|大家都在看)"
)
_CAPTION: Final = re.compile(
    r"^\s*(?:[\[【（(]?(?:图|图片|配图|上图|下图|资料图|图为)[\]】）)：:\d]|▲|△|↑|.{0,60}(?:摄|供图)\s*[）)]?\s*$)"
)


_META: Final = re.compile(
    r"来源[:：]|稿源[:：]|作者[:：]|编辑[:：]|责编[:：]|审核[:：]|校对[:：]|发布时间|发布日期|浏览[:：量]|点击[:：]|字号|\d{1,2}:\d{2}|星期[一二三四五六日]"
    r"|\d+版|^\s*(?:本报|本台|见习|实习|通讯员|特约|首席)?(?:记者|通讯员)[\s　][^，。]{2,20}$"
    r"|^[\s（(【]*(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?[\s）)】]*$|^第\d+版|客户端[:：]|^(?:时事|要闻|财经)\s"
    r"|^(?:主编|责编|编辑|美编|审读)[\s　]|^[^，。！？：]{0,24}(?:记者|通讯员|撰稿|摄影)[\s　][^，。！？]{2,24}$"
)


def is_meta(line: str) -> bool:
    """Whether a line tells outlet, author, day or page of the article and nothing of its story."""
    return len(line.strip()) <= 70 and "。" not in line and "，" not in line and _META.search(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a menu, a bread crumb, a button, a prompt or the beginning of another article."""
    return bool(_MENU.match(line) or _CRUMBS.match(line) or _BUTTONS.match(line) or _MORE.search(line))


def begins_teasers(line: str) -> bool:
    """Whether a line heads a list of other articles."""
    return len(line.strip()) <= 30 and _TEASERS.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line tells what a picture shows."""
    return _CAPTION.match(line) is not None
