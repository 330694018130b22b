//! Currency marks that stand beside numbers.

use std::fmt;

/// The codes of ISO 4217 in use as money (funds and metals left out).
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL \
    BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR \
    FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY \
    KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
    MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
    RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// Signs and short words with the codes they may stand for; a longer sign
/// stands before one that it ends or begins with.
const SIGNS: [(&str, &str); 36] = [
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("NZ$", "NZD"),
    ("NT$", "TWD"),
    ("R$", "BRL"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    (
        "$",
        "USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD",
    ),
    ("€", "EUR"),
    ("£", "GBP EGP FKP GIP LBP SDG SHP SSP SYP"),
    ("¥", "JPY CNY"),
    ("￥", "JPY CNY"),
    ("人民币", "CNY"),
    ("元", "CNY TWD HKD MOP"),
    ("円", "JPY"),
    ("₽", "RUB"),
    ("руб.", "RUB BYN"),
    ("руб", "RUB BYN"),
    ("р.", "RUB BYN"),
    ("₴", "UAH"),
    ("грн.", "UAH"),
    ("грн", "UAH"),
    ("₸", "KZT"),
    ("₹", "INR"),
    ("₩", "KRW KPW"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("kr.", "DKK ISK NOK SEK"),
    ("kr", "DKK ISK NOK SEK"),
    ("Fr.", "CHF"),
];

/// Whether a text is the ISO 4217 code of a currency in use.
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && CODES.split_ascii_whitespace().any(|known| known == code)
}

/// A currency sign, word or ISO 4217 code, as written beside a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CurrencyMark(String);

impl CurrencyMark {
    /// The mark as written, for instance `€` or `EUR`.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Whether the mark may stand for the currency of this ISO 4217 code: `$`
    /// may be `USD` and `AUD`, `EUR` only `EUR`.
    pub fn may_be(&self, code: &str) -> bool {
        let sign = SIGNS.iter().find(|(sign, _)| *sign == self.0);
        match sign {
            Some((_, codes)) => codes.split(' ').any(|known| known == code),
            None => self.0 == code,
        }
    }
}

impl fmt::Display for CurrencyMark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Takes one currency mark off either end of a text.
pub(super) fn strip(text: &str) -> Option<(CurrencyMark, &str)> {
    // Most cells are digits from end to end: nothing to look up.
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    if digit(text.as_bytes().first()) && digit(text.as_bytes().last()) {
        return None;
    }
    let sign = SIGNS.iter().find_map(|(sign, _)| {
        let rest = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))?;
        Some((CurrencyMark((*sign).to_owned()), rest))
    });
    sign.or_else(|| strip_code(text))
}

fn strip_code(text: &str) -> Option<(CurrencyMark, &str)> {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let known = |code: &str| {
        code.bytes().all(|byte| byte.is_ascii_uppercase())
            && CODES.split_ascii_whitespace().any(|known| known == code)
    };
    if let Some((code, rest)) = text.split_at_checked(3)
        && known(code)
        && !letter(rest.as_bytes().first())
    {
        return Some((CurrencyMark(code.to_owned()), rest));
    }
    let (rest, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
    let whole = known(code) && !letter(rest.as_bytes().last());
    whole.then(|| (CurrencyMark(code.to_owned()), rest))
}
