using Participatie.Surveys.PlainLanguage;

namespace Participatie.Tests.PlainLanguage;

public sealed class MeasuresTests(ITestOutputHelper output)
{
    /// <summary>Two sentences, 3 + 6 words; syllables 1+2+3 and 1+1+1+1+1+3.</summary>
    private const string Short = "Wij lezen antwoorden. De bus gaat nu naar Hoogeveen.";

    [Fact]
    public void Counts_sentences_words_and_syllables()
    {
        var measures = ReadabilityMeasures.Of(SplitSentences.In(Short));
        Assert.Equal((2, 9, 6), (measures.Sentences, measures.Words, measures.LongestSentence));
        Assert.Equal(14, measures.Syllables);
        Assert.Equal(0, measures.SentencesOverFifteen);
        Assert.False(measures.IsLongEnoughForFormulas);
    }

    /// <summary>ASL 10, ASW 1.5: 195 − 20 − 100.005 and 206.84 − 9.3 − 115.5.</summary>
    [Fact]
    public void Follows_Brouwer_and_Douma()
    {
        var measures = new ReadabilityMeasures
        {
            Sentences = 10,
            Words = 100,
            Syllables = 150,
            LongestSentence = 14,
            SentencesOverFifteen = 0,
        };
        Assert.Equal(74.995, measures.Brouwer, 6);
        Assert.Equal(82.04, measures.FleschDouma, 6);
        Assert.True(measures.IsLongEnoughForFormulas);
    }

    [Theory]
    [InlineData(49, 3, false)]
    [InlineData(50, 2, false)]
    [InlineData(50, 3, true)]
    public void Shows_no_formula_for_a_short_text(int words, int sentences, bool shows) =>
        Assert.Equal(
            shows,
            new ReadabilityMeasures
            {
                Sentences = sentences,
                Words = words,
                Syllables = 90,
                LongestSentence = 20,
                SentencesOverFifteen = 1,
            }.IsLongEnoughForFormulas);

    /// <summary>20·log2(2) + 15·log2(2) + 0 + 12·(100 − 74.995)/30.</summary>
    [Fact]
    public void Scores_the_house_rules_at_about_45()
    {
        var measures = new ReadabilityMeasures
        {
            Sentences = 10,
            Words = 100,
            Syllables = 150,
            LongestSentence = 15,
            SentencesOverFifteen = 0,
        };
        Assert.Equal(45.002, Difficulty.Of(measures, 0), 3);
    }

    [Fact]
    public void Scores_higher_for_each_measure_that_is_harder()
    {
        var easy = new ReadabilityMeasures { Sentences = 10, Words = 100, Syllables = 150, LongestSentence = 15, SentencesOverFifteen = 0 };
        ReadabilityMeasures[] harder =
        [
            easy with { LongestSentence = 16 },
            easy with { Words = 110, Syllables = 165 },
            easy with { Syllables = 151 },
            easy with { SentencesOverFifteen = 1 },
        ];
        Assert.All(harder, measures => Assert.True(Difficulty.Of(measures, 0) > Difficulty.Of(easy, 0)));
        Assert.True(Difficulty.Of(easy, 1) > Difficulty.Of(easy, 0));
        Assert.Equal(0, Difficulty.Of(""));
    }

    /// <summary>Single sentences, which is the hard test: formulas are unstable there.</summary>
    [Fact]
    public void Tells_originals_from_simplifications_no_worse_than_Brouwer()
    {
        var pairs = File.ReadLines(Repository.Path("tests/unit/PlainLanguage/Planted/Pairs.txt"))
            .Where(line => line[0] != '#')
            .Select(
                line =>
                    line.Split(" => ") is [var original, var simpler]
                        ? (Original: original, Simpler: simpler)
                        : throw new FormatException(line))
            .ToList();
        var ours = (double)pairs.Count(pair => Difficulty.Of(pair.Original) > Difficulty.Of(pair.Simpler)) / pairs.Count;
        var brouwers = (double)pairs.Count(pair => Brouwer(pair.Original) < Brouwer(pair.Simpler)) / pairs.Count;
        output.WriteLine($"{pairs.Count} pairs: ours {ours:0.00}, Brouwer {brouwers:0.00}");
        pairs.Where(pair => Difficulty.Of(pair.Original) <= Difficulty.Of(pair.Simpler)).ToList()
            .ForEach(pair => output.WriteLine("  lost: " + pair.Original));
        Assert.True(ours >= 0.75 && ours >= brouwers, $"{ours:0.00} against {brouwers:0.00}");

        var original = string.Join('\n', pairs.Select(pair => pair.Original));
        var simpler = string.Join('\n', pairs.Select(pair => pair.Simpler));
        Assert.True(Difficulty.Of(original) > Difficulty.Of(simpler));
    }

    private static double Brouwer(string text) => ReadabilityMeasures.Of(SplitSentences.In(text)).Brouwer;

    [Theory]
    [InlineData("Teneinde de verkeersveiligheid te verbeteren is besloten de weg tussen beide dorpen af te "
        + "sluiten.", "Wij sluiten de weg tussen de dorpen. Dan is het verkeer veilig.")]
    [InlineData("U dient het aanvraagformulier binnen zes weken te retourneren.", "Stuur het formulier binnen zes weken terug.")]
    [InlineData("Wij gaan de procedure evalueren.", "Wij bekijken hoe het ging.")]
    [InlineData("De gemeente faciliteert het overleg.", "De gemeente helpt bij het gesprek.")]
    public void Scores_the_original_above_its_simplification(string original, string simpler) =>
        Assert.True(Difficulty.Of(original) > Difficulty.Of(simpler), $"{Difficulty.Of(original):0.0} <= {Difficulty.Of(simpler):0.0}");
}
