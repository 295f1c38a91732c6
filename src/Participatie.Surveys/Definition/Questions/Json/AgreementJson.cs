using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class AgreementJson : KindJson<AgreementQuestion>
{
    public override string Kind => "agreement";

    public override Question Read(JsonObjectReader members, string id, Text text) => new AgreementQuestion { Id = id, Text = text };
}
