using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Frame;

/// <summary>
/// A part that is the same on every page of a language: <see cref="Prepared"/> renders it once, so it must not look
/// at anything of one visitor. It may inject what lives as long as the process does.
/// </summary>
public abstract class PreparedPart : ComponentBase
{
    [Parameter, EditorRequired]
    public Words Words { get; set; } = null!;
}
