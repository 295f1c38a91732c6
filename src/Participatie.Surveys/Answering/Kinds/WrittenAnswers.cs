using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>All kinds that are answered in own words.</summary>
internal sealed class WrittenAnswers : AnswerKind<WrittenQuestion, Written>
{
    public override string OwnWords(Attempt attempt)
    {
        var typed = attempt.FilledIn.Value ?? "";
        return ((WrittenQuestion)attempt.Question).IsOneLine ? TypedText.Line(typed) : TypedText.Clean(typed);
    }

    protected override Checked Check(WrittenQuestion question, Attempt attempt)
    {
        if (attempt.FilledIn.Values.Count > 1)
        {
            return attempt.Refuse("check.form");
        }

        var text = OwnWords(attempt);
        return text.Length == 0 ? attempt.RefuseEmpty("check.write")
            : PerceivedText.IsLongerThan(text, question.MaxLength) ? attempt
                .Refuse("check.too-long", PerceivedText.Length(text), question.MaxLength)
            : PerceivedText.IsTooHeavy(text) ? attempt.Refuse("check.too-heavy")
            : new Accepted(new Written(text, attempt.Words.Language));
    }

    protected override void Write(Utf8JsonWriter json, Written answer, bool whole)
    {
        AnswerJson.BeginWords(json, answer);
        json.WriteEndObject();
    }

    protected override Written Read(ref Utf8JsonReader json) => AnswerJson.ReadWords(ref json);

    // Whatever somebody wrote stays theirs.
    protected override bool Allows(WrittenQuestion question, Written answer) => true;
}
