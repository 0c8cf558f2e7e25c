//! The commands that the READMEs show are run as they stand there.

use super::{Folder, report, with_warning};

fn commands(readme: &str) -> Vec<&str> {
    let blocks = readme.split("```sh\n").skip(1).filter_map(|behind| behind.split("```").next());
    blocks.flat_map(str::lines).filter(|line| line.starts_with("nianbao ")).collect()
}

#[test]
fn every_command_of_the_readmes_runs() {
    let (english, chinese) = (include_str!("../../README.md"), include_str!("../../README.zh-CN.md"));
    let without_comment = |line: &&str| line.split("  #").next().unwrap_or_default().trim_end().to_owned();
    let shown: Vec<String> = commands(english).iter().map(without_comment).collect();
    assert_eq!(shown, commands(chinese).iter().map(without_comment).collect::<Vec<_>>());
    assert!(shown.len() >= 8, "{shown:?}");
    for command in shown {
        let last = report("白石镇人民政府", "全年工作平稳有序。", "").replace("2023", "2022");
        let folder = Folder::with(&[
            ("白石镇.txt", &with_warning("白石镇人民政府")),
            ("去年.txt", &last),
            ("柳溪县.txt", &report("柳溪县人民政府", "全年工作平稳有序。", "licence=3")),
            ("各单位/白石镇.txt", &with_warning("白石镇人民政府")),
            ("各单位/桥头镇.txt", &report("桥头镇人民政府", "全年工作平稳有序。", "licence=3")),
            ("nianbao.json", "{ \"year\": 2023, \"disable\": [], \"allow\": [], \"severity\": \"warning\" }"),
        ]);
        let (arguments, file) = match command.split_once(" > ") {
            Some((arguments, file)) => (arguments, Some(file)),
            None => (&*command, None),
        };
        let arguments: Vec<&str> = arguments.split_whitespace().skip(1).collect();
        let told = folder.run(&arguments);
        assert!(told.status < 2, "{command}: {}{}", told.out, told.complaint);
        assert_eq!(told.complaint, "", "{command}");
        if file.is_some() {
            assert!(!told.out.is_empty(), "{command}");
        }
    }
}
