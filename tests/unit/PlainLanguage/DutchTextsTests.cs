using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;

namespace Participatie.Tests.PlainLanguage;

/// <summary>Every Dutch text in the product is held to its level: <c>nl</c> to B1, <c>nl-simple</c> to A2.</summary>
public sealed class DutchTextsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Path("src/Participatie.Web/Content"), "*.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Path("src/Participatie.Surveys/Language/Words"), "*nl*.json"))
            .Select(file => Path.GetRelativePath(Repository.Path(""), file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_text_is_above_its_level(string file) => Assert.Empty(TextsOf(file)
        .Select(text => (text.At, Reading: text.Read()))
        .Where(text => text.Reading.IsAboveAim && !KnownExceptions.Allow(file, text.At))
        .Select(
            text =>
                $"{text.At} {text.Reading.Level}: {string.Join(" | ", text.Reading.Causes.Select(cause => cause.Text))} "
                    + $"[{string.Join(", ", text.Reading.Warnings.Select(warning => $"{warning.Kind}: {warning.Where}"))}]"));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_text_speaks_the_language_of_offices(string file) => Assert.Empty(Found(file, WarningKind.Officialese));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_sentence_or_question_is_too_long(string file) => Assert.Empty(Found(file, WarningKind.LongSentence));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_question_asks_twice_denies_pushes_or_lames(string file) => Assert.Empty(Found(
        file,
        WarningKind.DoubleQuestion,
        WarningKind.NegatedQuestion,
        WarningKind.LeadingQuestion,
        WarningKind.UnbalancedScale,
        WarningKind.BracketsInQuestion,
        WarningKind.DoubleNegation));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Sentences_have_ten_words_on_average(string file)
    {
        foreach (var variety in TextsOf(file).GroupBy(text => text.Language))
        {
            var measures = ReadabilityMeasures.Of(
                [.. variety.SelectMany(text => text.Read().Sentences.Select(sentence => sentence.Sentence))]);
            output.WriteLine(
                $"{file} {variety.Key}: {measures.WordsPerSentence:0.0} words, longest {measures.LongestSentence}, Brouwer "
                    + $"{measures.Brouwer:0}, Douma {measures.FleschDouma:0}");
            Assert.InRange(measures.WordsPerSentence, 1, 10);
        }
    }

    /// <summary>Where nl-simple has no words of its own the resident reads nl: those texts are easy as well.</summary>
    [Theory]
    [InlineData(KnownExceptions.Easy, KnownExceptions.Plain)]
    [InlineData("src/Participatie.Surveys/Language/Words/council.nl-simple.json", "src/Participatie.Surveys/Language/Words/council.nl.json")]
    public void What_the_easy_interface_takes_from_the_plain_one_is_easy(string easy, string plain)
    {
        var own = TextsOf(easy).Select(text => text.At).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(own);
        Assert.Empty(TextsOf(plain).Where(text => !own.Contains(text.At))
            .Select(text => (text.At, Reading: CheckText.Read(text.Words, LanguageLevel.Easy)))
            .Where(text => text.Reading.IsAboveAim && !KnownExceptions.Allow(Languages.EasyDutch, text.At))
            .Select(
                text =>
                    $"{text.At}: {string.Join(" | ", text.Reading.Causes.Select(cause => cause.Text))} "
                        + $"[{string.Join(", ", text.Reading.Warnings.Select(warning => $"{warning.Kind}: {warning.Where}"))}]"));
    }

    [Fact]
    public void Every_exception_is_still_needed() => Assert.All(KnownExceptions.All, exception =>
    {
        var isTaken = exception.File == Languages.EasyDutch;
        var text = Assert.Single(TextsOf(isTaken ? KnownExceptions.Plain : exception.File), text => text.At == exception.At);
        Assert.True(isTaken ? CheckText.Read(text.Words, LanguageLevel.Easy).IsAboveAim : text.Read() is { Warnings.Count: > 0 });
    });

    private static IEnumerable<string> Found(string file, params WarningKind[] kinds) => TextsOf(file)
        .SelectMany(text => text.Read().Warnings
            .Where(warning => kinds.Contains(warning.Kind) && !KnownExceptions.Allow(file, text.At))
            .Select(warning => $"{text.At}: {warning.Where} in: {warning.Sentence.Text}"));

    private static IReadOnlyList<DutchText> TextsOf(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path(file)));
        return FindDutchTexts.In(
            document.RootElement, file.Contains(Languages.EasyDutch, StringComparison.Ordinal) ? Languages.EasyDutch : Languages.Dutch);
    }
}
