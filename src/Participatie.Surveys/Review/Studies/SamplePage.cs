namespace Participatie.Surveys.Review.Studies;

/// <summary>What a page of the sample is: a study of the whole site has all three. The names are stored.</summary>
public enum SampleKind
{
    Public,

    /// <summary>Behind the sign-in of staff.</summary>
    Staff,

    /// <summary>A file that the site gives, such as a report or the paper form.</summary>
    Document,
}

/// <summary>A page, a state of a page, or a document that is looked at.</summary>
/// <param name="Number">Of this page in its study; never given to another.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Its address, or in words how to get there.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsRandom">Drawn, not chosen.</param>
public sealed record SamplePage(int Number, string Title, string Place, SampleKind Kind, bool IsRandom)
{
    /// <summary>Whether its place is an address that a browser opens.</summary>
    public bool HasAddress => Uri.TryCreate(Place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
