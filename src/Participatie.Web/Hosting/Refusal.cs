namespace Participatie.Web.Hosting;

/// <summary>Why a request got no answer.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Kind">Part of the keys of its texts: <c>error.{kind}.title</c> and <c>error.{kind}.text</c>.</param>
/// <param name="Values">What the text mentions, such as a number of seconds.</param>
/// <param name="BackTo">Address of the page with the form, when that is known.</param>
public sealed record Refusal(int Status, string Kind, object[] Values, string? BackTo);

/// <summary>Writes the page of a refusal: the middleware knows what happened, the rooms behind it how a page looks.</summary>
public delegate Task WriteRefusal(HttpContext context, Refusal refusal);
