using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.FormParts;

/// <summary>What every field and every group of choices has: a name, a prompt, and what is wrong with it.</summary>
public abstract partial class FormPart : ComponentBase
{
    /// <summary>The name of the form field, and the id of its (first) input: <see cref="Problem.At"/> of its problems.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Of the input, where it is not the name.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Parameter, EditorRequired]
    public Prompt Prompt { get; set; } = null!;

    [Parameter]
    public IReadOnlyList<Problem>? Problems { get; set; }

    [Inject]
    protected InterfaceWords Words { get; set; } = null!;

    protected string? Refusal => Problems?.FirstOrDefault(problem => problem.At == Name)?.Message;

    protected string HelpId => "uitleg-" + Name;

    protected string RefusalId => "fout-" + Name;

    /// <summary>For <c>aria-describedby</c>: the help, then what is wrong.</summary>
    protected string? DescribedBy => (Prompt.Help, Refusal) switch
    {
        (null, null) => null,
        (_, null) => HelpId,
        (null, _) => RefusalId,
        _ => HelpId + " " + RefusalId,
    };

    protected string? AriaInvalid => Refusal is null ? null : "true";
}
