using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Answering;

public sealed class ReadNumberTests
{
    [Theory]
    [InlineData("nl", "1000", "1000")]
    [InlineData("nl", "1.000", "1000")]
    [InlineData("nl", "1 000", "1000")]
    [InlineData("nl", "1\u00A0000\u202F000", "1000000")]
    [InlineData("nl", "1.000.000", "1000000")]
    [InlineData("nl", "1,000,000", "1000000")]
    [InlineData("nl", "1,234.56", "1234.56")]
    [InlineData("nl", "2,5", "2.5")]
    [InlineData("nl", "2.5", "2.5")]
    [InlineData("nl", ",5", "0.5")]
    [InlineData("nl", "0,500", "0.5")]
    [InlineData("nl", "12,00", "12")]
    [InlineData("nl", "12 duizend", "12000")]
    [InlineData("nl", "12k", "12000")]
    [InlineData("nl", "1 miljoen", "1000000")]
    [InlineData("nl", "1,5 miljoen", "1500000")]
    [InlineData("nl", "2 mld.", "2000000000")]
    [InlineData("nl", "min 5", "-5")]
    [InlineData("nl", "Minus 5", "-5")]
    [InlineData("nl", "5 onder nul", "-5")]
    [InlineData("nl", "5 onder 0.", "-5")]
    [InlineData("nl", "-5", "-5")]
    [InlineData("nl", "- 5", "-5")]
    [InlineData("nl", "5-", "-5")]
    [InlineData("nl", "\u22125", "-5")]
    [InlineData("nl", "\u20135", "-5")]
    [InlineData("nl", "\uFF0D5", "-5")]
    [InlineData("nl", "+5", "5")]
    [InlineData("nl", "€ 500", "500")]
    [InlineData("nl", "€500", "500")]
    [InlineData("nl", "-€ 500", "-500")]
    [InlineData("nl", "€ -500", "-500")]
    [InlineData("nl", "500,-", "500")]
    [InlineData("nl", "500.--", "500")]
    [InlineData("nl", "€ 1.500,– euro", "1500")]
    [InlineData("nl", "500 EURO", "500")]
    [InlineData("nl", "500 euro's", "500")]
    [InlineData("nl", "ongeveer 500 euro.", "500")]
    [InlineData("nl", "\u200E\u200F12\u200E", "12")]
    [InlineData("nl", "\u0661\u0662\u0663", "123")]
    [InlineData("nl", "\u06F1\u06F2\u06F3", "123")]
    [InlineData("nl", "\uFF11\uFF12\uFF13", "123")]
    [InlineData("nl-simple", "min 5", "-5")]
    [InlineData("en", "1,000", "1000")]
    [InlineData("en", "1,000.50", "1000.5")]
    [InlineData("en", "1.000.000", "1000000")]
    [InlineData("en", "1 234 567", "1234567")]
    [InlineData("en", "minus 5", "-5")]
    [InlineData("en", "5 below zero", "-5")]
    [InlineData("en", "12 thousand", "12000")]
    [InlineData("ar", "\u0661\u066C\u0660\u0660\u0660\u066B\u0665", "1000.5")]
    [InlineData("ar", "1,000", "1000")]
    [InlineData("ar", "ناقص ٥", "-5")]
    [InlineData("ar", "٥ تحت الصفر", "-5")]
    [InlineData("ar", "١٢ ألف", "12000")]
    [InlineData("uk", "1\u00A0000,5", "1000.5")]
    [InlineData("uk", "мінус 5", "-5")]
    [InlineData("uk", "5 нижче нуля", "-5")]
    [InlineData("uk", "12 тисяч", "12000")]
    public void A_number_is_what_the_person_meant(string language, string typed, string number) =>
        Assert.Equal(new NumberRead(decimal.Parse(number, CultureInfo.InvariantCulture)), Read(language, typed));

    [Theory]
    [InlineData("nl", "1,000", 1000)]
    [InlineData("nl", "12,345", 12345)]
    [InlineData("nl", "1000,000", 1000000)]
    [InlineData("nl", "€ -1,000", -1000)]
    [InlineData("en", "1.000", 1000)]
    [InlineData("ar", "1.000", 1000)]
    [InlineData("uk", "1,000", 1000)]
    [InlineData("uk", "1.000", 1000)]
    public void What_may_be_two_numbers_is_neither(string language, string typed, int thousands) =>
        Assert.Equal(thousands, Assert.IsType<NumberUnclear>(Read(language, typed)).Thousands);

    [Theory]
    [InlineData("nl", "10 of 12", "of")]
    [InlineData("nl", "10-12", "-")]
    [InlineData("nl", "10 12", "10 12")]
    [InlineData("nl", "1.00", null)]
    [InlineData("nl", "1.0.0", "1.0.0")]
    [InlineData("nl", "1 000.000.000", "1 000.000.000")]
    [InlineData("nl", "12½", "½")]
    [InlineData("nl", "5²", "²")]
    [InlineData("nl", "anderhalf", "anderhalf")]
    [InlineData("nl", "anderhalf miljoen", "anderhalf")]
    [InlineData("nl", "12 duizend 500", "duizend")]
    [InlineData("nl", "1e3", "e")]
    [InlineData("nl", "0x10", "x")]
    [InlineData("nl", "50 %", "%")]
    [InlineData("nl", "$ 5", "$")]
    [InlineData("nl", "--5", "--5")]
    [InlineData("nl", "-5 onder nul", "-5 onder nul")]
    [InlineData("nl", "5 uur", "uur")]
    [InlineData("nl", "minimaal 5", "minimaal")]
    [InlineData("nl", "euro", "euro")]
    [InlineData("nl", "5!", "!")]
    [InlineData("nl", "👍", "👍")]
    [InlineData("en", "min 5", "min")]
    [InlineData("uk", "10 чи 12", "чи")]
    public void What_is_not_understood_is_named(string language, string typed, string? part) => Assert.Equal(
        part is null ? new NumberRead(1) : new NumberUnread(part), Read(language, typed));

    [Theory]
    [InlineData("3 avonden per jaar")]
    [InlineData("3 avonden")]
    [InlineData("3 per jaar")]
    [InlineData("1 avond", 1)]
    [InlineData("3 AVONDEN")]
    [InlineData("avonden: 3", null)]
    [InlineData("3 ochtenden", null)]
    [InlineData("€ 3", null)]
    public void The_units_own_words_may_stand_beside_it(string typed, int? number = 3) =>
        Assert.Equal(
            number, (new ReadNumber(InterfaceWords.For("nl"), Evenings).In(typed) as NumberRead)?.Value is { } value ? (int)value : null);

    [Theory]
    [InlineData("50 %", "procent")]
    [InlineData("50%", "%")]
    [InlineData("50 procent", "%")]
    [InlineData("٥٠٪", "procent")]
    public void A_percentage_is_one_where_the_unit_is_that(string typed, string unit) =>
        Assert.Equal(
            new NumberRead(50),
            new ReadNumber(InterfaceWords.For("nl"), new Unit(new Text(new Dictionary<string, string> { ["nl"] = unit }))).In(typed));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200E\u200B")]
    public void Nothing_is_nothing(string typed) => Assert.Null(Read("nl", typed));

    [Fact]
    public void What_is_beyond_every_limit_is_a_number_still() =>
        Assert.Equal(new NumberRead(decimal.MinValue), Read("nl", "-" + new string('9', 90)));

    /// <summary>What we write ourselves, in the field, in a message or on the check page, is read back the same.</summary>
    [Property(MaxTest = 2000)]
    public Property Our_own_numbers_are_read_back() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(),
        Gen.Elements(1m, 10m, 100m).ToArbitrary(),
        Gen.Elements<string>([.. InterfaceWords.Tags]).ToArbitrary(),
        (units, scale, tag) =>
        {
            var (value, words) = (units / scale, InterfaceWords.For(tag));
            var coins = new Unit(InterfaceWords.Everywhere("result.people.open"), InterfaceWords.Everywhere("result.people.organisation"));
            Assert.Equal(new NumberRead(value), new ReadNumber(words, null).In(words.Number(value)));
            Assert.Equal(new NumberRead(value), new ReadNumber(words, coins).In(coins.Say(value, words)));
        });

    /// <summary>Whatever is typed: no digit is lost, none is added, and one sign more that means nothing makes it unreadable.</summary>
    [Property(MaxTest = 20000)]
    public Property A_text_is_read_whole_or_not_at_all() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Elements<string>([.. InterfaceWords.Tags]).ToArbitrary(), (typed, tag) =>
    {
        var reading = Read(tag, typed);
        if (reading is NumberRead { Value: > decimal.MinValue and < decimal.MaxValue and var value })
        {
            Assert.Equal(Digits(typed), Digits(value.ToString(CultureInfo.InvariantCulture)));
            Assert.IsNotType<NumberRead>(Read(tag, typed + "?"));
            Assert.IsNotType<NumberRead>(Read(tag, "x" + typed));
        }
    });

    private static readonly Gen<string> Texts =
        from parts in Gen.Elements(
            "1",
            "12",
            "000",
            "500",
            "0",
            "5",
            ".",
            ",",
            " ",
            "\u00A0",
            "-",
            "\u2212",
            "€",
            "euro",
            "min",
            "minus",
            "мінус",
            "ناقص",
            "onder nul",
            "below zero",
            "'",
            "\u066B",
            "\u066C",
            "\u0661",
            "%",
            "+", "ongeveer", "duizend", "miljoen", "k", "/", "\u200F", "x", "½").ArrayOf()
        select string.Concat(parts);

    private static Unit Evenings => new(
        new Text(new Dictionary<string, string> { ["nl"] = "avonden per jaar" }),
        new Text(new Dictionary<string, string> { ["nl"] = "avond per jaar" }));

    /// <summary>Without the zeros at the ends, which decimals and words for thousands add or drop, and "onder 0".</summary>
    private static string Digits(string text) => string.Concat(TypedDigits.Plain(text).Where(char.IsAsciiDigit)).Trim('0');

    private static NumberReading? Read(string language, string typed) => new ReadNumber(InterfaceWords.For(language), null).In(typed);
}
