namespace Participatie.Surveys.PlainLanguage;

/// <summary>Something in a sentence that makes it harder to read, or a question harder to answer honestly.</summary>
/// <param name="Where">The words that it is about.</param>
/// <param name="Why">One plain Dutch sentence.</param>
/// <param name="Plainer">A plainer way, one plain Dutch sentence.</param>
public sealed record Warning(WarningKind Kind, Sentence Sentence, string Where, string Why, string Plainer);

public enum WarningKind
{
    LongSentence,
    Officialese,
    Passive,
    Nominalisation,
    LongWord,
    DoubleQuestion,
    NegatedQuestion,
    LeadingQuestion,
    UnbalancedScale,
    UnexplainedAbbreviation,
    ManyCommas,
    BracketsInQuestion,
    DoubleNegation,
}
