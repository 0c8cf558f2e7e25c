//! What an organ's name tells of its level: only what leaves no doubt.

use super::words::{begins_with_one, ends_with_one};

/// Words that end a township's name when a name or one of these follows.
const TOWNSHIPS: [&str; 4] = ["镇", "乡", "街道", "苏木"];
/// What follows the name of a township.
const TOWNSHIP_ENDS: [&str; 5] = ["人民政府", "政府", "办事处", "党政", "便民"];
/// A 区 that is no county-level district.
const OTHER_AREAS: [&str; 25] = [
    "自治",
    "地",
    "特",
    "政",
    "新",
    "开发",
    "高新",
    "技术",
    "示范",
    "管理",
    "管委会",
    "经济",
    "景",
    "园",
    "保税",
    "合作",
    "保护",
    "社",
    "灌",
    "库",
    "矿",
    "林",
    "牧",
    "湖",
    "度假",
];

/// Whether the name is a township's, a town's or a subdistrict's.
pub fn is_township(organ: &str) -> bool {
    TOWNSHIPS.iter().any(|unit| {
        organ.match_indices(unit).any(|(at, _)| {
            let behind = &organ[at + unit.len()..];
            at > 0 && (behind.is_empty() || begins_with_one(behind, &TOWNSHIP_ENDS))
        })
    })
}

/// Whether the organ can issue no 规章: a township, a county, a district or a department of one. A city may be of
/// either kind and is left alone.
pub fn cannot_regulate(organ: &str) -> bool {
    is_township(organ) || is_of_county(organ)
}

fn is_of_county(organ: &str) -> bool {
    let named = |unit: &str| {
        organ.match_indices(unit).any(|(at, _)| {
            let (before, behind) = (&organ[..at], &organ[at + unit.len()..]);
            before.chars().count() > 1 - usize::from(unit == "县")
                && (behind.is_empty() || begins_with_one(behind, &["人民政府", "政府"]) || is_department(behind))
                && (unit != "区" || !ends_with_one(before, &OTHER_AREAS))
        })
    };
    ["县", "区", "旗"].into_iter().any(named)
}

fn is_department(name: &str) -> bool {
    ends_with_one(name, &["局", "委员会", "办公室"]) && !name.contains("管理委员会") && !name.contains('市')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn townships_counties_and_their_departments_cannot_regulate() {
        for organ in [
            "松石镇人民政府",
            "临河区白杨街道办事处",
            "青石乡",
            "云麓县人民政府",
            "云麓县住房和城乡建设局",
            "临江市河西区民政局",
            "北原旗",
            "国家税务总局云麓县税务局",
            "镇北县林业局",
        ] {
            assert!(cannot_regulate(organ), "{organ}");
        }
    }

    #[test]
    fn organs_that_can_or_may_are_left_alone() {
        for organ in [
            "景德镇市人民政府",
            "新乡市司法局",
            "临江市人民政府",
            "临江市乡村振兴局",
            "东湖省住房和城乡建设厅",
            "南岭壮族自治区人民政府",
            "北原市经济技术开发区管理委员会",
            "海滨新区人民政府",
            "国家林业和草原局",
            "云山地区行政公署",
            "云南省农村信用社",
            "",
        ] {
            assert!(!cannot_regulate(organ), "{organ}");
        }
    }
}
