using Participatie.Surveys.PlainLanguage;

namespace Participatie.Tests.PlainLanguage;

/// <summary>How well each kind of warning is found, over sentences that were written before the check was.</summary>
public sealed class PrecisionTests(ITestOutputHelper output)
{
    public static TheoryData<WarningKind> Kinds => [.. Enum.GetValues<WarningKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Finds_nine_in_ten_faults_and_nine_in_ten_findings_are_faults(WarningKind kind)
    {
        var planted = PlantedSentences.Of(kind);
        var found = planted.Where(sentence => PlantedSentences.IsHit(kind, sentence.Words)).ToList();
        var right = found.Count(sentence => sentence.IsFaulty);
        var precision = found.Count == 0 ? 0 : (double)right / found.Count;
        var recall = (double)right / planted.Count(sentence => sentence.IsFaulty);
        output.WriteLine($"{kind}: precision {precision:0.00}, recall {recall:0.00}");
        foreach (var (words, isFaulty) in planted)
        {
            if (found.Contains((words, isFaulty)) != isFaulty)
            {
                output.WriteLine($"  {(isFaulty ? "missed" : "false")}: {words}");
            }
        }

        Assert.Equal((30, 30), (planted.Count(sentence => sentence.IsFaulty), planted.Count(sentence => !sentence.IsFaulty)));
        Assert.True(precision >= 0.9 && recall >= 0.9, $"{kind}: precision {precision:0.00}, recall {recall:0.00}");
    }
}
