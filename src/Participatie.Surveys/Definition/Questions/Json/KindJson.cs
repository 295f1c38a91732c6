using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

/// <summary>How one kind of question stands in the document: its own members, read and written in one place.</summary>
internal abstract class KindJson : KindEntry
{
    /// <summary>The closed family: whatever is not here cannot be asked.</summary>
    public static readonly KindTable<KindJson> All = new("Definition", "KindJson.All",
    [
        new ChoiceJson(),
        new ChoicesJson(),
        new FixedChoicesJson<YesNoQuestion>("yesno", (id, text) => new YesNoQuestion { Id = id, Text = text }),
        new FixedChoicesJson<FeelingQuestion>("feeling", (id, text) => new FeelingQuestion { Id = id, Text = text }),
        new FixedChoicesJson<AgreementQuestion>("agreement", (id, text) => new AgreementQuestion { Id = id, Text = text }),
        new RankingJson(),
        new BudgetJson(),
        new StatementsJson(),
        new WrittenJson<OpenQuestion>("open", OpenQuestion.LongestMaxLength, (id, text, length) =>
            new OpenQuestion { Id = id, Text = text, MaxLength = length ?? OpenQuestion.DefaultMaxLength }),
        new WrittenJson<TextQuestion>("text", TextQuestion.LongestMaxLength, (id, text, length) =>
            new TextQuestion { Id = id, Text = text, MaxLength = length ?? TextQuestion.DefaultMaxLength }),
        new NumberJson(),
        new FixedChoicesJson<PlaceQuestion>("place", (id, text) => new PlaceQuestion { Id = id, Text = text }),
        new FixedChoicesJson<AgeQuestion>("age", (id, text) => new AgeQuestion { Id = id, Text = text }),
        new InformationJson(),
    ]);

    public abstract string Kind { get; }

    /// <summary>Its text asks something, and is checked as a question for hard Dutch.</summary>
    public virtual bool IsQuestion => true;

    /// <summary>Its choices may be a scale in the author's own words, which is checked for balance.</summary>
    public virtual bool SpellsOutScale => false;

    public static KindJson? Named(string kind) => All.Entries.FirstOrDefault(json => json.Kind == kind);

    public abstract Question Read(JsonObjectReader members, string id, Text text);

    /// <summary>Writes the members that only this kind has.</summary>
    public abstract void Write(Utf8JsonWriter json, Question question);
}

internal abstract class KindJson<TQuestion> : KindJson
    where TQuestion : Question
{
    public sealed override Type QuestionType => typeof(TQuestion);

    public sealed override void Write(Utf8JsonWriter json, Question question) => Write(json, (TQuestion)question);

    protected abstract void Write(Utf8JsonWriter json, TQuestion question);
}

/// <summary>A kind whose choices the product words: it has no members of its own.</summary>
internal sealed class FixedChoicesJson<TQuestion>(string kind, Func<string, Text, TQuestion> make) : KindJson<TQuestion>
    where TQuestion : OneOfQuestion
{
    public override string Kind => kind;

    public override Question Read(JsonObjectReader members, string id, Text text) => make(id, text);

    protected override void Write(Utf8JsonWriter json, TQuestion question)
    {
        // What every question has is all there is.
    }
}
