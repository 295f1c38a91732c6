using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class YesNoJson : KindJson<YesNoQuestion>
{
    public override string Kind => "yesno";

    public override Question Read(JsonObjectReader members, string id, Text text) => new YesNoQuestion { Id = id, Text = text };
}
