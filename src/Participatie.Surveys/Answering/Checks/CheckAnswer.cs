using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>Turns a posted form into an answer that the definition allows, or into problems. Whatever was posted, it never throws.</summary>
public static class CheckAnswer
{
    private static readonly FrozenDictionary<Type, Func<Attempt, Checked>> ByKind = new Dictionary<Type, Func<Attempt, Checked>>
    {
        [typeof(ChoiceQuestion)] = OneOfCheck.Check,
        [typeof(YesNoQuestion)] = OneOfCheck.Check,
        [typeof(FeelingQuestion)] = OneOfCheck.Check,
        [typeof(AgreementQuestion)] = OneOfCheck.Check,
        [typeof(PlaceQuestion)] = OneOfCheck.Check,
        [typeof(AgeQuestion)] = OneOfCheck.Check,
        [typeof(ChoicesQuestion)] = ChoicesCheck.Check,
        [typeof(RankingQuestion)] = RankingCheck.Check,
        [typeof(BudgetQuestion)] = BudgetCheck.Check,
        [typeof(StatementsQuestion)] = StatementsCheck.Check,
        [typeof(OpenQuestion)] = OpenCheck.Check,
        [typeof(NumberQuestion)] = NumberCheck.Check,
        [typeof(InformationQuestion)] = InformationCheck.Check,
    }.ToFrozenDictionary();

    public static bool Knows(Type kind) => ByKind.ContainsKey(kind);

    public static Checked Of(Attempt attempt)
    {
        if (attempt.Posted.All(Posted.Way).Count > 1)
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Way switch
        {
            FormActions.Skip => Pass(attempt, FormActions.OffersSkip(attempt.Question, attempt.Step), Reason.Skipped),
            FormActions.DontKnow => Pass(attempt, FormActions.OffersDontKnow(attempt.Question, attempt.Step), Reason.DontKnow),
            FormActions.RatherNot => Pass(attempt, FormActions.OffersRatherNot(attempt.Question, attempt.Step), Reason.RatherNot),
            _ => ByKind[attempt.Question.GetType()](attempt),
        };
    }

    private static Checked Pass(Attempt attempt, bool offered, Reason reason) =>
        offered ? new Accepted(new Missing(reason)) : attempt.Refuse("check.no-way-out");
}
