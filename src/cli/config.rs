//! The settings file: a JSON object that may hold `year`, `disable`, `allow` and `severity`.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use clap::ValueEnum;
use nianbao::Options;
use serde_json::Value;

use super::arguments::Least;
use super::inputs::Input;

/// What a settings file says.
#[derive(Debug, Default)]
pub struct Config {
    pub options: Options,
    pub severity: Option<Least>,
}

impl Config {
    /// Reads the file that was given; without one nothing is set.
    ///
    /// The error is a Chinese sentence.
    pub fn read(path: Option<&Path>) -> Result<Self, String> {
        let Some(path) = path else { return Ok(Self::default()) };
        let name = path.display();
        let bytes = fs::read(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => format!("找不到设置文件 {name}"),
            _ => format!("设置文件 {name} 读不出来：{error}"),
        })?;
        // Editors on Windows write a byte order mark.
        let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let value: Value = serde_json::from_slice(json).map_err(|error| {
            format!("设置文件 {name} 第 {} 行第 {} 列附近不合 JSON 的写法", error.line(), error.column())
        })?;
        Self::of(&value).map_err(|what| format!("设置文件 {name}：{what}"))
    }

    fn of(value: &Value) -> Result<Self, String> {
        let Value::Object(settings) = value else { return Err("应为一个对象，写在 { } 里".to_owned()) };
        let mut config = Self::default();
        for (key, value) in settings {
            match key.as_str() {
                "year" => {
                    let year = value.as_i64().and_then(|year| i32::try_from(year).ok());
                    config.options.year = Some(year.ok_or("year 应为整数年份，如 2025")?);
                }
                "disable" => config.options.disable = strings(key, value)?,
                "allow" => config.options.allow = strings(key, value)?,
                "severity" => {
                    let least = value.as_str().and_then(|word| Least::from_str(word, false).ok());
                    config.severity = Some(least.ok_or("severity 应为 error、warning 或 info")?);
                }
                other => return Err(format!("没有“{other}”这一项，可以写的是 year、disable、allow、severity")),
            }
        }
        Ok(config)
    }
}

fn strings(key: &str, value: &Value) -> Result<Vec<String>, String> {
    let items = value.as_array().and_then(|items| items.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
    let items = items.ok_or_else(|| format!("{key} 应为字符串的列表，如 [\"……\"]"))?;
    Ok(items.into_iter().map(str::to_owned).collect())
}

/// The options for one file: in a Markdown file, Markdown's marks are what they should be.
pub fn options_for<'a>(input: &Input, options: &'a Options) -> Cow<'a, Options> {
    if !input.is_markdown() {
        return Cow::Borrowed(options);
    }
    let mut options = options.clone();
    options.disable.push("punctuation/markdown-residue".to_owned());
    Cow::Owned(options)
}

/// Refuses names of rules that do not exist: a slip would leave a rule on without a word.
pub fn check_names(disable: &[String]) -> Result<(), String> {
    let rules = nianbao::rules();
    let is_known = |name: &str| rules.iter().any(|rule| rule.code == name || group(rule.code) == name);
    match disable.iter().find(|name| !is_known(name)) {
        Some(name) => Err(format!("没有“{name}”这条或这类规则，运行 nianbao rules 可以看到全部规则")),
        None => Ok(()),
    }
}

/// The group that a rule belongs to: what stands before the slash of its code.
pub fn group(code: &str) -> &str {
    code.split('/').next().unwrap_or_default()
}
