using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Reporting.Summary;

/// <summary>Summaries of random answers, with everything in them that one can hold.</summary>
internal static class GivenSummary
{
    public static readonly DateTimeOffset Now = new(2027, 3, 4, 15, 0, 0, TimeSpan.Zero);

    public static SummaryInput Input(
        Consultation definition, int responses = 900, bool closed = true, ulong seed = 3, string written = "Meer bomen in de straat.")
    {
        var publication = new GivenPublication(definition);
        publication.Publish(
            GivenTally.Of(definition, GivenResponse.Many(definition, new Dice(seed), responses).Where(
                response => (response.Population != Population.Invited || definition.Invitation != InvitationRule.None)
                    && (response.Population != Population.Organisation || definition.Organisations))),
            closed);
        return new SummaryInput
        {
            Versions = publication.Versions,
            Life = Life(definition.Slug, closed),
            Published = publication.Questions,
            CountedAt = Now,
            IsClosed = closed,
            Decisions = definition.Numbered.Where(question => question.Why is null).Take(2).Select(question => question.Id).Append("")
                .ToDictionary(id => id, Decision, StringComparer.Ordinal),
            Released =
            [
                .. definition.Numbered.OfType<WrittenQuestion>().Select(question =>
                    new ReleasedText(question.Id, Population.Open, new Passage(written, "nl")) { Response = new string('a', 32) }),
            ],
            Letters = definition.Invitation == InvitationRule.None ? 0 : 500,
            Inhabitants = new InhabitantsInUse(InhabitantFigures.BuiltIn, IsOld: false, Consent: null),
            Today = Amsterdam.DayOf(Now),
        };
    }

    /// <summary>Of what was published at some moment; null when nobody may see a figure yet.</summary>
    public static SummaryInput? Of(IReadOnlyList<PublishedVersion> versions, IReadOnlyList<PublishedQuestion> published, bool closed)
    {
        var responses = published.FirstOrDefault(question => question.Key == "$responses");
        return responses?.Populations.Any(part => part.Seen is not null) != true ? null : new SummaryInput
        {
            Versions = [.. versions.OrderBy(version => version.Number)],
            Life = Life(versions[0].Definition.Slug, closed),
            Published = published,
            CountedAt = Now,
            IsClosed = closed,
            Decisions = new Dictionary<string, Decision>(StringComparer.Ordinal),
            Released = [],
            Letters = 0,
            Inhabitants = new InhabitantsInUse(InhabitantFigures.BuiltIn, IsOld: false, Consent: null),
            Today = Amsterdam.DayOf(Now),
        };
    }

    public static StoredSummary Stored(SummaryInput input)
    {
        var written = SummaryJson.Write(ComposeSummary.Of(input));
        var hash = SummaryJson.HashOf(written);
        return new StoredSummary
        {
            Line = new SummaryLine(1, Now, "Anna <anna@voorbeeld.nl>", Public: null),
            Document = SummaryJson.Read(written, hash),
            Hash = hash,
            Written = input.Released.ToDictionary(text => (text.Question, text.Response), text => text.Text),
        };
    }

    /// <summary>All words of it, a block a line.</summary>
    public static IEnumerable<string> Words(SummaryText text) => text.Blocks.SelectMany(block => block switch
    {
        SummaryHeading heading => [Joined(heading.Words)],
        SummaryParagraph paragraph => [Joined(paragraph.Words)],
        SummaryList list => list.Items.SelectMany(item => new[] { Joined(item.Lead), Joined(item.Words) }),
        SummaryTable table => [table.Sentence],
        SummaryPicture picture => [picture.Description],
        SummaryAnswers answers => [answers.Lead],
        _ => Array.Empty<string>(),
    }).Where(line => line.Length > 0);

    public static string Joined(IEnumerable<Passage> words) => string.Join(' ', words.Select(word => word.Text));

    private static Decision Decision(string id) => new(
        id,
        [
            new DecisionRevision(
                1,
                DecisionState.Published,
                new DecisionText
                {
                    Heard = "Veel mensen willen dit.",
                    HeardEasy = "Veel mensen willen dit.",
                    Outcome = DecisionOutcome.Partly,
                    Why = "Wij doen een deel.\nHet geld is op.",
                    WhyEasy = "Wij doen een deel.",
                    DecidedBy = "Provinciale Staten",
                    By = new DateOnly(2027, 12, 1),
                    Progress = DecisionProgress.Begun,
                    ProgressReason = "De eerste bus rijdt.",
                },
                "",
                Now,
                "Anna"),
        ]);

    private static ConsultationLife Life(string slug, bool closed)
    {
        LifeEvent Event(int number, LifeStep step, int month, DateOnly? day = null, string reason = "") =>
            new(number, new DateTimeOffset(2027, month, 1, 9, 0, 0, TimeSpan.Zero), "Anna", step, day, null, null, reason, null);
        return ConsultationLife.Of(
            1,
            slug,
            isTrial: false,
            [
                Event(1, LifeStep.Begun, 1),
                Event(2, LifeStep.Opened, 1),
                Event(3, LifeStep.Corrected, 2, reason: "Een woord was niet duidelijk."),
                .. closed ? [Event(4, LifeStep.Closed, 3, new DateOnly(2027, 3, 1))] : Array.Empty<LifeEvent>(),
            ]);
    }
}
