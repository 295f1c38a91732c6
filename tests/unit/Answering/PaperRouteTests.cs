using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.OnPaper;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Tests.Definition;

namespace Participatie.Tests.Answering;

public sealed class PaperRouteTests
{
    [Property(MaxTest = 2000)]
    public Property Whoever_follows_the_paper_sees_the_questions_of_the_journey() =>
        Prop.ForAll(GivenDefinitions.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (definition, seed) =>
        {
            Follows(definition, seed, goesWhereItSays: true);
            // Somebody who overlooks where an answer leads reads the conditions and ends up in the same place.
            Follows(definition, seed, goesWhereItSays: false);
        });

    [Fact]
    public void An_answer_leads_past_the_questions_that_hang_on_another()
    {
        var definition = new GivenConsultation().WithYesNo("een").WithOpen("twee").ShownWhen("een", "ja").WithOpen("drie").Build();
        Assert.Equal([new PaperBranch("nee", new PaperStop(definition.Questions[2]))], From(definition, "een").Branches);
    }

    [Fact]
    public void Each_first_place_of_a_ranking_leads_to_its_question_and_that_to_the_end()
    {
        var definition = new GivenConsultation().WithRanking(
            "een", "a", "b", "c").WithOpen("bij-a").ShownWhen("een", "a").WithOpen("bij-b").ShownWhen("een", "b").Build();
        Assert.Equal(
            [("a", "bij-a"), ("b", "bij-b"), ("c", null)],
            From(definition, "een").Branches.Select(branch => (branch.Answer, branch.To.Question?.Id)));
        Assert.Equal(new PaperStop(null), From(definition, "bij-a").Everybody);
    }

    [Fact]
    public void Boxes_of_which_several_may_be_ticked_lead_nowhere()
    {
        var definition = new GivenConsultation().WithChoices("een", "a", "b").WithOpen("twee").ShownWhen("een", "a").WithOpen("drie")
            .Build();
        Assert.Equal((null, 0), (From(definition, "een").Everybody, From(definition, "een").Branches.Count));
    }

    private static PaperWay From(Consultation definition, string id) => PaperRoute.Of(definition).From(definition.Find(id)!);

    private static void Follows(Consultation definition, int seed, bool goesWhereItSays)
    {
        var given = AnswersToEverything(definition, seed);
        var (onPaper, filledIn) = Walk(definition, given, goesWhereItSays);
        Assert.Equal(Journey.Of(definition, filledIn).Visible.Select(question => question.Id), onPaper);
    }

    private static (List<string> Seen, Answers FilledIn) Walk(Consultation definition, Answers given, bool goesWhereItSays)
    {
        var route = PaperRoute.Of(definition);
        var seen = new List<string>();
        var filledIn = Answers.None;
        for (var place = 0; place < definition.Questions.Count;)
        {
            var question = definition.Questions[place++];
            if (question.ShowWhen is { } condition && !Holds(condition, filledIn.To(definition.Find(condition.Question)!)))
            {
                continue;
            }

            seen.Add(question.Id);
            if (given.To(question) is { } answer)
            {
                filledIn = filledIn.With(question, answer);
            }

            var way = route.From(question);
            var stop = way.Everybody ?? way.Branches.FirstOrDefault(branch => branch.Answer == Ticked(filledIn.To(question)))?.To;
            if (goesWhereItSays && stop is not null)
            {
                place = stop.Question is null ? definition.Questions.Count : definition.Questions.ToList().IndexOf(stop.Question);
            }
        }

        return (seen, filledIn);
    }

    /// <summary>What a person sees who looks back at that question on the paper.</summary>
    private static bool Holds(Condition condition, Answer? written) => written switch
    {
        ChosenMany many => many.Choices.Intersect(condition.IsAnyOf, StringComparer.Ordinal).Any(),
        _ => Ticked(written) is { } ticked && condition.IsAnyOf.Contains(ticked, StringComparer.Ordinal),
    };

    private static string? Ticked(Answer? written) => written switch
    {
        Chosen chosen => chosen.Choice,
        Ranked { Choices: [var first, ..] } => first,
        Missing { Reason: Reason.DontKnow } => "$dontknow",
        Missing { Reason: Reason.RatherNot } => "$rathernot",
        _ => null,
    };

    /// <summary>An answer ready for each question, seen or not, and for one in five none: paper cannot insist.</summary>
    private static Answers AnswersToEverything(Consultation definition, int seed)
    {
        var all = new RandomAnswers(seed).To(
            definition with { Questions = [.. definition.Questions.Select(question => question with { ShowWhen = null })] });
        return Answers.Of(definition.Questions
            .Where((question, index) => (seed >> (index % 20)) % 5 != 0 || question is InformationQuestion)
            .Select(question => KeyValuePair.Create(question.Id, all.To(question)!)));
    }
}
