using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Kinds;

internal sealed class OpenAnswers : AnswerKind<OpenQuestion, Written>
{
    public override string OwnWords(Attempt attempt) => TypedText.Clean(attempt.FilledIn.Value ?? "");

    protected override Checked Check(OpenQuestion question, Attempt attempt)
    {
        if (attempt.FilledIn.Values.Count > 1)
        {
            return attempt.Refuse("check.form");
        }

        var text = OwnWords(attempt);
        return text.Length == 0 ? attempt.RefuseEmpty("check.write")
            : PerceivedText.IsLongerThan(text, question.MaxLength) ? attempt.Refuse("check.too-long", PerceivedText.Length(text), question.MaxLength)
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
    protected override bool Allows(OpenQuestion question, Written answer) => true;
}
