namespace Participatie.Web.Hosting;

/// <summary>Why a request got no answer, for <see cref="RefusedPage"/>.</summary>
/// <param name="Kind">Part of the keys of its texts: <c>error.{kind}.title</c> and <c>error.{kind}.text</c>.</param>
/// <param name="Values">What the text mentions, such as a number of seconds.</param>
/// <param name="BackTo">Address of the page with the form, when that is known.</param>
public sealed record Refusal(string Kind, object[] Values, string? BackTo);
