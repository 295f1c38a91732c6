using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

internal sealed class InformationAnswers : AnswerKind<InformationQuestion, Seen>
{
    protected override Checked Check(InformationQuestion question, Attempt attempt) => new Accepted(new Seen());

    protected override void Write(Utf8JsonWriter json, Seen answer, bool whole) => json.WriteBooleanValue(true);

    protected override Seen Read(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.True ? new Seen() : throw new FormatException("Text was read or it was not.");

    protected override bool Allows(InformationQuestion question, Seen answer) => true;
}
