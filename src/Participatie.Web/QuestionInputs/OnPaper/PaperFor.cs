using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Web.QuestionInputs.OnPaper;

/// <summary>Which component prints the boxes of a kind.</summary>
public static class PaperFor
{
    private static readonly FrozenDictionary<Type, Type> ByKind = new Dictionary<Type, Type>
    {
        [typeof(ChoiceQuestion)] = typeof(OneOfOnPaper),
        [typeof(YesNoQuestion)] = typeof(OneOfOnPaper),
        [typeof(FeelingQuestion)] = typeof(OneOfOnPaper),
        [typeof(AgreementQuestion)] = typeof(OneOfOnPaper),
        [typeof(PlaceQuestion)] = typeof(OneOfOnPaper),
        [typeof(AgeQuestion)] = typeof(OneOfOnPaper),
        [typeof(ChoicesQuestion)] = typeof(ChoicesOnPaper),
        [typeof(RankingQuestion)] = typeof(RankingOnPaper),
        [typeof(BudgetQuestion)] = typeof(BudgetOnPaper),
        [typeof(StatementsQuestion)] = typeof(StatementsOnPaper),
        [typeof(OpenQuestion)] = typeof(OpenOnPaper),
        [typeof(NumberQuestion)] = typeof(AmountOnPaper),
        [typeof(InformationQuestion)] = typeof(InformationOnPaper),
    }.ToFrozenDictionary();

    public static Type? Kind(Type kind) => ByKind.GetValueOrDefault(kind);

    public static RenderFragment Render(Question question, PaperRouting routing) => builder =>
    {
        builder.OpenComponent(0, ByKind[question.GetType()]);
        builder.AddComponentParameter(1, "Question", question);
        builder.AddComponentParameter(2, nameof(PaperRouting), routing);
        builder.CloseComponent();
    };
}
