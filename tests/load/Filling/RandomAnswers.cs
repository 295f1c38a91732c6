using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Load.Filling;

// A fill and a failing test must be repeatable from their seed; nothing here is a secret.
#pragma warning disable RS0030

/// <summary>
/// Whole, valid answers to any definition, as a crowd could give them: every way through and every reason for passing over turns up.
/// </summary>
public sealed class RandomAnswers(int seed)
{
    private readonly Random _random = new(seed);

    public Answers To(Consultation definition)
    {
        var answers = Answers.None;
        while (Journey.Of(definition, answers).FirstOpen is { } question)
        {
            answers = answers.With(question, Pass(question) ?? Answer(question));
        }

        return answers;
    }

    public int Rotation() => _random.Next(Surveys.Answering.Rotation.Starts);

    /// <summary>A draft that is whole; one in thirty is an organisation's where that may be.</summary>
    public Draft Draft(PublishedVersion version) => new()
    {
        Version = version,
        Answers = To(version.Definition),
        Organisation = version.Definition.Organisations && _random.Next(30) == 0,
        Invitation = null,
        Language = version.Definition.Languages[Skewed(version.Definition.Languages.Count)],
        Rotation = Rotation(),
        Revision = 0,
    };

    private Missing? Pass(Question question) => _random.Next(30) switch
    {
        0 when !question.Required && question is not InformationQuestion => new Missing(Reason.Skipped),
        1 when question.DontKnow => new Missing(Reason.DontKnow),
        2 when question.RatherNot => new Missing(Reason.RatherNot),
        _ => null,
    };

    private Answer Answer(Question question) => question switch
    {
        OneOfQuestion oneOf => One(oneOf),
        ChoicesQuestion choices => Some(choices),
        RankingQuestion ranking =>
            new Ranked([.. Shuffled(ranking.Offered).Take(ranking.Places)], Ended: false) is var ranked && _random.Next(10) > 0
            ? ranked
            : new Ranked([.. ranked.Choices.Take(1)], Ended: true),
        BudgetQuestion budget => new Divided(Divide(budget)),
        StatementsQuestion statements => new Judged(
            [.. statements.Statements.Select(_ => StatementsQuestion.Judgements[_random.Next(StatementsQuestion.Judgements.Count)].Id)]),
        WrittenQuestion written => new Written(Said(written), _random.Next(5) == 0 ? Languages.EasyDutch : Languages.Dutch),
        NumberQuestion number =>
            new Amount((decimal)_random.NextInt64((long)number.Min * number.Scale, ((long)number.Max * number.Scale) + 1) / number.Scale),
        InformationQuestion => new Seen(),
        _ => throw new InvalidOperationException($"No random answer for {question.Kind}."),
    };

    private string Said(WrittenQuestion question) =>
        RandomText.Next(_random, question.MaxLength) is var text && question.IsOneLine ? text.Replace('\n', ' ') : text;

    // A real crowd is not spread evenly: the first choices get more.
    private int Skewed(int count) => Math.Min(_random.Next(count), _random.Next(count));

    private ChosenMany Some(ChoicesQuestion choices)
    {
        var count = 1 + _random.Next(choices.AtMost ?? choices.Offered.Count);
        var chosen = Shuffled(choices.Offered).Take(count).ToHashSet(StringComparer.Ordinal);
        return choices.Exclusive is { } exclusive && chosen.Contains(exclusive.Id)
            ? new ChosenMany([exclusive.Id])
            : new ChosenMany([.. choices.Offered.Select(choice => choice.Id).Where(chosen.Contains)])
            {
                Other = choices.Other is { } other && chosen.Contains(other.Id) ? Beside() : null,
            };
    }

    private Chosen One(OneOfQuestion question)
    {
        var choice = question.Choices[Skewed(question.Choices.Count)];
        return choice.Other ? new Chosen(choice.Id) { Other = Beside() } : new Chosen(choice.Id);
    }

    /// <summary>Some leave the line empty.</summary>
    private Written? Beside() => _random.Next(4) == 0 ? null : new Written(RandomText.Next(_random, Choice.LongestOther), Languages.Dutch);

    private string[] Shuffled(IReadOnlyList<Choice> choices)
    {
        var ids = choices.Select(choice => choice.Id).ToArray();
        _random.Shuffle(ids);
        return ids;
    }

    private List<int> Divide(BudgetQuestion budget)
    {
        var amounts = new int[budget.Offered.Count];
        for (var steps = budget.Total / budget.Step; steps > 0;)
        {
            var part = Math.Min(steps, 1 + _random.Next(Math.Max(1, steps / 2)));
            amounts[_random.Next(amounts.Length)] += part * budget.Step;
            steps -= part;
        }

        return [.. amounts];
    }
}
