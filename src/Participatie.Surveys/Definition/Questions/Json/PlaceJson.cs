using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class PlaceJson : KindJson<PlaceQuestion>
{
    public override string Kind => "place";

    public override Question Read(JsonObjectReader members, string id, Text text) => new PlaceQuestion { Id = id, Text = text };
}
