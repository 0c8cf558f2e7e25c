//! Radicals, which some PDF readers copy in place of the characters they look like.

/// The 214 characters for U+2F00 to U+2FD5, in their order.
const CHARACTERS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Simplified radicals of the supplement, each with its character.
const SUPPLEMENT: &str =
    "⺒巳⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// The character that a radical stands for.
pub fn character_of(radical: char) -> Option<char> {
    if matches!(radical, '\u{2e80}'..='\u{2eff}') {
        let mut pairs = SUPPLEMENT.chars().skip_while(|c| *c != radical);
        return pairs.nth(1);
    }
    let index = (radical as usize).checked_sub(0x2F00).filter(|&index| index < 214)?;
    CHARACTERS.chars().nth(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_stand_for_the_characters_they_look_like() {
        assert_eq!(CHARACTERS.chars().count(), 214);
        for (radical, character) in [('⼀', '一'), ('⼈', '人'), ('⽂', '文'), ('⾏', '行'), ('⽅', '方'), ('⿕', '龠')]
        {
            assert_eq!(character_of(radical), Some(character));
        }
        for (radical, character) in [('⺠', '民'), ('⻔', '门'), ('⻳', '龟')] {
            assert_eq!(character_of(radical), Some(character));
        }
        assert_eq!((character_of('行'), character_of('⺀')), (None, None));
    }
}
