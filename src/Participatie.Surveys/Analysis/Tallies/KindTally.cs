using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How one kind of question is counted. Information between questions is read, not answered, and has none.</summary>
internal abstract class KindTally : KindEntry
{
    public static readonly KindTable<KindTally> All = new("Analysis", "KindTally.All",
    [
        new OneOfTallies(),
        new ChoicesTallies(),
        new RankingTallies(),
        new BudgetTallies(),
        new StatementsTallies(),
        new WrittenTallies(),
        new NumberTallies(),
    ]);

    public abstract QuestionTally TallyOf(Question question);

    /// <summary>The question as the newer version asks it, so that the answers to the older one fit in.</summary>
    /// <param name="newer">Of the same kind and shape as the older one.</param>
    /// <param name="older">What its answers were counted by.</param>
    public abstract Question Join(Question newer, Question older);

    /// <summary>The cells whose people meet the condition; null when one person may be in several, so that they do not add up.</summary>
    public virtual IReadOnlyList<string>? CellsOf(Question question, Condition condition) => condition.IsAnyOf;

    private protected static List<Choice> Union(IReadOnlyList<Choice> newer, IReadOnlyList<Choice> older) =>
        [.. newer, .. older.Where(choice => newer.All(known => known.Id != choice.Id))];
}

internal abstract class KindTally<TQuestion> : KindTally
    where TQuestion : Question
{
    public sealed override Type QuestionType => typeof(TQuestion);

    public sealed override QuestionTally TallyOf(Question question) => TallyOf((TQuestion)question);

    public sealed override Question Join(Question newer, Question older) => Join((TQuestion)newer, (TQuestion)older);

    protected abstract QuestionTally TallyOf(TQuestion question);

    protected abstract TQuestion Join(TQuestion newer, TQuestion older);
}
