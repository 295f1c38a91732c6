using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>All kinds with exactly one answer out of a list.</summary>
internal sealed class OneOfAnswers : AnswerKind<OneOfQuestion, Chosen>
{
    protected override Checked Check(OneOfQuestion question, Attempt attempt) => OtherCheck.Ticked(attempt, attempt.FilledIn.Values) switch
    {
        [] => attempt.RefuseEmpty("check.choose"),
        // Skipping is a button, never a radio.
        [var word] when PassedOver.ReasonOf(word) is { } reason and not Reason.Skipped && PassedOver.IsOffered(question, reason) =>
            OtherCheck.With(attempt, new Missing(reason)),
        [var id] => IsAmong(question.Choices, id)
            ? OtherCheck.With(attempt, new Chosen(id))
            : attempt.Refuse("check.unknown"),
        _ => attempt.Refuse("check.one"),
    };

    protected override void Write(Utf8JsonWriter json, Chosen answer, bool whole)
    {
        if (answer.Other is { } beside)
        {
            AnswerJson.BeginWords(json, beside);
            json.WriteString(AnswerJson.Choice, answer.Choice);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStringValue(answer.Choice);
        }
    }

    protected override Chosen Read(ref Utf8JsonReader json)
    {
        var beside = json.TokenType == JsonTokenType.StartObject ? AnswerJson.ReadWords(ref json) : null;
        return new Chosen(json.GetString() ?? "") { Other = beside };
    }

    protected override bool Allows(OneOfQuestion question, Chosen answer) =>
        IsAmong(question.Choices, answer.Choice) && (answer.Other is null || question.Other?.Id == answer.Choice);
}
