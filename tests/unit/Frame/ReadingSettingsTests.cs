using FsCheck;
using FsCheck.Fluent;
using Participatie.Web.Frame;

namespace Participatie.Tests.Frame;

public sealed class ReadingSettingsTests
{
    private const string Alphabet = "grcpl.01234 -:;=é\n";

    /// <summary>Every combination of values that there is.</summary>
    private static IEnumerable<ReadingSettings> Every => ReadingSetting.All.Aggregate(
        (IEnumerable<ReadingSettings>)[ReadingSettings.Default],
        (sofar, setting) => sofar.SelectMany(chosen => setting.Values.Select(value => chosen.With(setting, value)!)));

    [Fact]
    public void Reads_back_each_combination_that_it_writes()
    {
        var texts = Every.Select(settings => settings.ToString()).ToList();
        Assert.Equal(
            ReadingSetting.All.Aggregate(1, (count, setting) => count * setting.Values.Count),
            texts.Distinct(StringComparer.Ordinal).Count());
        Assert.All(texts, text => Assert.Equal(text, ReadingSettings.Parse(text).ToString()));
    }

    [Fact]
    public void Says_what_was_chosen()
    {
        var chosen = ReadingSettings.Parse("g2.r1.c3.p1.l0");
        Assert.Equal("larger", chosen.Chosen(ReadingSetting.Size));
        Assert.Equal("wide", chosen.Chosen(ReadingSetting.Spacing));
        Assert.Equal("dark", chosen.Chosen(ReadingSetting.Contrast));
        Assert.Null(chosen.Chosen(ReadingSetting.Font));
        Assert.False(chosen.ShowsPictures);
        Assert.Null(chosen.With(ReadingSetting.Size, "huge"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("g2")]
    [InlineData("g4.r0.c0.p0.l0")]
    [InlineData("g2.r2.c0.p0.l0")]
    [InlineData("g-.r0.c0.p0.l0")]
    [InlineData("g2.r1.c3.p0.l1.")]
    [InlineData("g2.r1.c3.p0.l1;taal=en")]
    [InlineData("r1.g2.c3.p0.l1")]
    [InlineData("g2,r1,c3,p0,l1")]
    [InlineData("G2.R1.C3.P0.L1")]
    [InlineData("g٢.r1.c3.p0.l1")]
    [InlineData("g\u0132.r0.c0.p0.l0")]
    public void Takes_what_nobody_wrote_for_the_default(string? cookie) => Assert.True(ReadingSettings.Parse(cookie).IsDefault);

    [Fact]
    public void Never_reads_anything_into_random_text()
    {
        var written = Every.Select(settings => settings.ToString()).ToHashSet(StringComparer.Ordinal);
        // Text that nearly is a cookie finds more than any text does.
        var nearly = Gen.Elements(written.ToArray())
            .SelectMany(text => Gen.Choose(0, text.Length - 1).SelectMany(at => Gen.Elements(Alphabet.ToCharArray())
            .Select(letter => text[..at] + letter + text[(at + 1)..])));
        var any = ArbMap.Default.GeneratorFor<string>();
        Prop.ForAll(Arb.From(Gen.OneOf(nearly, any)), text => written.Contains(text ?? "")
            ? ReadingSettings.Parse(text).ToString() == text
            : ReadingSettings.Parse(text).IsDefault).QuickCheckThrowOnFailure();
    }
}
