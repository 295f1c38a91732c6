using Participatie.Surveys.Definition;

namespace Participatie.Tests.Definition;

public sealed class PublishingCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Opens_with_a_charter_and_a_day_to_come() =>
        Assert.Empty(PublishingCheck.Run(GivenConsultation.WithEveryKind().Build(), Today));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Stays_shut_when_its_last_day_is_not_to_come(int days) => AssertOnly(
        PublishingCheck.Run(GivenConsultation.WithEveryKind().ClosingOn(Today.AddDays(days)).Build(), Today),
        "/charter/closesOn",
        "latere dag");

    [Fact]
    public void Stays_shut_while_its_charter_has_an_empty_part() => AssertOnly(
        PublishingCheck.Run(
            GivenConsultation.WithEveryKind().But(frame => frame with { Charter = frame.Charter with { Contact = "" } }).Build(),
            Today),
        "/charter/contact",
        "leeg");

    private static void AssertOnly(IReadOnlyList<Problem> problems, string at, string words)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(at, problem.At);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }
}
