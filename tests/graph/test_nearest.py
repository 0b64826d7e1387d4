from graph.nearest import rank


def test_what_is_written_alike_comes_first():
    assert rank("深镇市", ["青岛市", "深圳市", "昆明市"])[0] == "深圳市"
    assert rank("青岛高新", ["青岛市", "青岛高新区", "上海市"])[0] == "青岛高新区"


def test_what_is_spoken_alike_comes_first():
    assert rank("chengdo", ["青岛市", "成都市", "重庆市"])[0] == "成都市"
    assert rank("清岛", ["北京市", "青岛市", "清远市区"])[0] == "青岛市"


def test_each_name_once_and_in_a_fixed_order():
    assert rank("x", ["乙", "甲", "乙"]) == rank("x", ["甲", "乙"])
