using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>A kind that is answered in somebody's own words.</summary>
/// <param name="kind">Its name in the document.</param>
/// <param name="longest">The most that an author may allow.</param>
/// <param name="make">With its id, its text, and how long an answer may be; null: as long as usual.</param>
internal sealed class WrittenJson<TQuestion>(string kind, int longest, Func<string, Text, int?, TQuestion> make) : KindJson<TQuestion>
    where TQuestion : WrittenQuestion
{
    public override string Kind => kind;

    public override Question Read(JsonObjectReader members, string id, Text text) =>
        make(id, text, members.NumberIfAny("maxLength", min: 1, max: longest));

    protected override void Write(Utf8JsonWriter json, TQuestion question) => json.WriteNumber("maxLength", question.MaxLength);
}
