using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>How one kind of question stands in the document: its own members, read and written in one place.</summary>
internal abstract class KindJson
{
    public static readonly IReadOnlyList<KindJson> All =
    [
        new ChoiceJson(),
        new ChoicesJson(),
        new YesNoJson(),
        new FeelingJson(),
        new AgreementJson(),
        new RankingJson(),
        new BudgetJson(),
        new StatementsJson(),
        new OpenJson(),
        new NumberJson(),
        new PlaceJson(),
        new AgeJson(),
        new InformationJson(),
    ];

    public abstract string Kind { get; }

    public static KindJson? Named(string kind) => All.FirstOrDefault(json => json.Kind == kind);

    public abstract Question Read(JsonObjectReader members, string id, Text text);

    /// <summary>Writes the members that only this kind has.</summary>
    public abstract void Write(Utf8JsonWriter json, Question question);
}

internal abstract class KindJson<TQuestion> : KindJson
    where TQuestion : Question
{
    public sealed override void Write(Utf8JsonWriter json, Question question) => Write(json, (TQuestion)question);

    protected virtual void Write(Utf8JsonWriter json, TQuestion question)
    {
        // Most kinds have no members of their own.
    }
}
