//! The boundary to JavaScript: the only file that knows it.
//!
//! The exports trust their arguments' types. The npm package and the page's worker check them first
//! (`www/npm/src/core.ts`), since wasm-bindgen itself reads memory that is not there when it is given a number for a text.

mod row;

use std::cell::OnceCell;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

use crate::report::Aggregate;
use crate::{Options, Report, Unit, form};
use row::Row;

#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

// Read field by field: serde's reading of JavaScript's values brings 20 KB along, most of it to word errors that the
// callers' own checks leave no room for.
#[wasm_bindgen]
extern "C" {
    /// The options as JavaScript gives them; a field it leaves out has its default.
    pub type GivenOptions;

    #[wasm_bindgen(method, getter)]
    fn year(this: &GivenOptions) -> Option<i32>;

    #[wasm_bindgen(method, getter)]
    fn previous(this: &GivenOptions) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn disable(this: &GivenOptions) -> Option<Vec<String>>;

    #[wasm_bindgen(method, getter)]
    fn allow(this: &GivenOptions) -> Option<Vec<String>>;

    /// A unit's report as JavaScript gives it.
    pub type GivenUnit;

    #[wasm_bindgen(method, getter)]
    fn name(this: &GivenUnit) -> String;

    #[wasm_bindgen(method, getter)]
    fn text(this: &GivenUnit) -> String;
}

/// Lets a panic, should one ever happen, name its line in the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// What a text was answered, or many: to be read back by `www/npm/src/answer.ts`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Answer {
    content: Content,
    row: OnceCell<Row>,
}

#[derive(Debug)]
enum Content {
    Report(Report),
    Aggregate(Aggregate),
}

#[wasm_bindgen]
impl Answer {
    /// The answer's numbers.
    pub fn numbers(&self) -> Vec<f64> {
        self.row().numbers().to_vec()
    }

    /// The answer's words.
    pub fn words(&self) -> String {
        self.row().words()
    }

    fn row(&self) -> &Row {
        self.row.get_or_init(|| match &self.content {
            Content::Report(report) => Row::of_report(report),
            Content::Aggregate(aggregate) => Row::of_aggregate(aggregate),
        })
    }
}

impl From<Content> for Answer {
    fn from(content: Content) -> Self {
        Self { content, row: OnceCell::new() }
    }
}

/// `validate` of the public interface, up to the handing over.
#[wasm_bindgen]
pub fn validate(text: &str, options: Option<GivenOptions>) -> Answer {
    let options = options.map_or_else(Options::default, |given| Options {
        year: given.year(),
        previous: given.previous(),
        disable: given.disable().unwrap_or_default(),
        allow: given.allow().unwrap_or_default(),
    });
    Content::Report(crate::validate(text, &options)).into()
}

/// `aggregate` of the public interface, up to the handing over.
#[wasm_bindgen]
pub fn aggregate(county: &str, units: Vec<GivenUnit>) -> Answer {
    let given: Vec<(String, String)> = units.into_iter().map(|unit| (unit.name(), unit.text())).collect();
    let units: Vec<Unit> = given.iter().map(|(name, text)| Unit { name, text }).collect();
    Content::Aggregate(crate::aggregate(county, &units)).into()
}

/// `rules` of the public interface, given the rules' Markdown as `www/build/bundle.mjs` packs it. The host brings it, since only
/// who looks up a rule needs it.
///
/// # Errors
///
/// None in practice: the rules are plain data.
#[wasm_bindgen]
pub fn rules(explanations: &[u8]) -> Result<JsValue, JsError> {
    let unpacked = decompress_to_vec_with_limit(explanations, usize::MAX).unwrap_or_default();
    let text = String::from_utf8_lossy(&unpacked);
    // Each begins with its rule's code on a line of its own.
    let all: Vec<(&str, &str)> = text.split('\0').filter_map(|one| one.split_once('\n')).collect();
    let of = |code: &str| all.iter().find(|(of, _)| *of == code).map_or("", |(_, markdown)| markdown);
    to_js(&crate::rules::all().map(|rule| rule.info(of(rule.code).to_owned())).collect::<Vec<_>>())
}

/// What the official form prescribes beside its tables.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FormFacts {
    newest_year: i32,
    headings: Vec<String>,
}

/// `form` of the public interface.
///
/// # Errors
///
/// None in practice: the form is plain data.
#[wasm_bindgen]
pub fn form() -> Result<JsValue, JsError> {
    let headings = form::HEADINGS.iter().map(|heading| format!("{}、{}", heading.ordinal, heading.title));
    to_js(&FormFacts { newest_year: form::NEWEST_YEAR, headings: headings.collect() })
}

/// `read` of the public interface.
///
/// # Errors
///
/// A JavaScript error whose message is the Chinese sentence that says what the file is and what to do.
#[wasm_bindgen]
pub fn read(bytes: &[u8], file_name: &str) -> Result<String, JsError> {
    let gb_18030 =
        |bytes: &[u8]| TextDecoder::new("gb18030").and_then(|decoder| decoder.decode(bytes)).unwrap_or_default();
    crate::read::read_with(bytes, file_name, &gb_18030).map_err(|error| JsError::new(&error.to_string()))
}

#[wasm_bindgen]
extern "C" {
    /// The host's decoder, which every browser and Node have.
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// Plain objects, arrays, strings, numbers and null: what JSON could hold, without the detour.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| JsError::new(&error.to_string()))
}
