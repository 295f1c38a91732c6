using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Web.QuestionInputs;

/// <summary>Which component asks a question of a kind.</summary>
/// <param name="Component">Has one parameter, <c>Asked</c>.</param>
/// <param name="HasWaysOut">"Weet ik niet" and its like are among its radios; else the page shows them as buttons.</param>
public sealed record InputFor(Type Component, bool HasWaysOut)
{
    private static readonly InputFor OneOf = new(typeof(OneOfInput), HasWaysOut: true);

    private static readonly FrozenDictionary<Type, InputFor> ByKind = new Dictionary<Type, InputFor>
    {
        [typeof(ChoiceQuestion)] = OneOf,
        [typeof(YesNoQuestion)] = OneOf,
        [typeof(FeelingQuestion)] = OneOf,
        [typeof(AgreementQuestion)] = OneOf,
        [typeof(PlaceQuestion)] = OneOf,
        [typeof(AgeQuestion)] = OneOf,
        [typeof(ChoicesQuestion)] = new(typeof(ChoicesInput), HasWaysOut: false),
        [typeof(RankingQuestion)] = new(typeof(RankingInput), HasWaysOut: false),
        [typeof(BudgetQuestion)] = new(typeof(BudgetInput), HasWaysOut: false),
        [typeof(StatementsQuestion)] = new(typeof(StatementsInput), HasWaysOut: false),
        [typeof(OpenQuestion)] = new(typeof(OpenInput), HasWaysOut: false),
        [typeof(NumberQuestion)] = new(typeof(AmountInput), HasWaysOut: false),
        [typeof(InformationQuestion)] = new(typeof(InformationInput), HasWaysOut: false),
    }.ToFrozenDictionary();

    public static InputFor? Kind(Type kind) => ByKind.GetValueOrDefault(kind);

    public static RenderFragment Render(Asked asked) => builder =>
    {
        builder.OpenComponent(0, ByKind[asked.Question.GetType()].Component);
        builder.AddComponentParameter(1, nameof(Asked), asked);
        builder.CloseComponent();
    };
}
