using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

internal sealed class ChoicesAnswers : AnswerKind<ChoicesQuestion, ChosenMany>
{
    protected override Checked Check(ChoicesQuestion question, Attempt attempt)
    {
        var posted = OtherCheck.Ticked(attempt, attempt.FilledIn.Values);
        if (posted.Count == 0)
        {
            return attempt.RefuseEmpty("check.choose");
        }

        // Small on both sides: a form with thousands of values is refused before it gets here.
        var chosen = question.Offered.Select(choice => choice.Id).Where(id => posted.Contains(id, StringComparer.Ordinal)).ToList();
        if (posted.Any(id => !chosen.Contains(id, StringComparer.Ordinal)))
        {
            return attempt.Refuse("check.unknown");
        }

        if (HasExclusiveAmong(question, chosen))
        {
            return attempt.Refuse("check.exclusive", question.Exclusive!.Text.In(attempt.Words.Language).Text);
        }

        return chosen.Count > question.AtMost
            ? attempt.Refuse("check.at-most", question.AtMost, chosen.Count)
            : OtherCheck.With(attempt, new ChosenMany(chosen));
    }

    protected override void Write(Utf8JsonWriter json, ChosenMany answer, bool whole)
    {
        if (answer.Other is { } beside)
        {
            AnswerJson.BeginWords(json, beside);
            json.WritePropertyName(AnswerJson.Choices);
            AnswerJson.WriteList(json, answer.Choices);
            json.WriteEndObject();
        }
        else
        {
            AnswerJson.WriteList(json, answer.Choices);
        }
    }

    protected override ChosenMany Read(ref Utf8JsonReader json)
    {
        var beside = json.TokenType == JsonTokenType.StartObject ? AnswerJson.ReadWords(ref json) : null;
        return new ChosenMany(AnswerJson.ReadList(ref json)!) { Other = beside };
    }

    protected override bool Allows(ChoicesQuestion question, ChosenMany answer) =>
        answer.Choices.Count > 0
        && AreInOrder(question, answer.Choices)
        && !(answer.Choices.Count > question.AtMost)
        && !HasExclusiveAmong(question, answer.Choices)
        && (answer.Other is null || answer.Choices.Contains(question.Other?.Id, StringComparer.Ordinal));

    private static bool AreInOrder(ChoicesQuestion question, IReadOnlyList<string> chosen)
    {
        var next = 0;
        foreach (var choice in question.Offered)
        {
            next += next < chosen.Count && chosen[next] == choice.Id ? 1 : 0;
        }

        return next == chosen.Count;
    }

    private static bool HasExclusiveAmong(ChoicesQuestion question, IReadOnlyList<string> chosen) =>
        chosen.Count > 1 && chosen.Contains(question.Exclusive?.Id, StringComparer.Ordinal);
}
