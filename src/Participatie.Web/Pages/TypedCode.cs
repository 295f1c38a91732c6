using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages;

/// <summary>What somebody typed where a code is asked for, and what it opened.</summary>
/// <param name="Code">As it was read.</param>
/// <param name="Found">Null when it opened nothing: then the form is shown again.</param>
internal sealed record TypedCode<T>(Code Code, T? Found)
    where T : class
{
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>What is wrong with it, when nothing was found; null for a code that there is not.</summary>
    public string? Wrong { get; init; }

    /// <param name="field">Of the form.</param>
    /// <param name="unknown">For a code that there is not.</param>
    public Problem ProblemAt(string field, string unknown) => new(field, Wrong ?? unknown);
}

/// <summary>Reads a typed code and looks it up, no faster than guessing may go.</summary>
internal sealed class TypedCodes(CodeTries tries, WrongCodes wrongCodes)
{
    /// <param name="context">Of the request.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="words">Of the page.</param>
    /// <param name="lookUp">Null when nobody has it.</param>
    public async Task<TypedCode<T>> LookUpAsync<T>(HttpContext context, string typed, InterfaceWords words, Func<Code, Task<T?>> lookUp)
        where T : class
    {
        var parsed = Code.Parse(typed);
        var tried = parsed is { } code
            ? await tries.LookUpAsync(VisitorAddress.Of(context), () => lookUp(code), context.RequestAborted)
            : new CodeTry<T>(Found: null, await tries.TakeForNothingAsync(VisitorAddress.Of(context), context.RequestAborted));
        if (tried.Found is not null)
            return new TypedCode<T>(parsed!.Value, tried.Found);
        if (tried.Wait > TimeSpan.Zero)
            return TooSoon<T>(context, tried.Wait, words);
        await wrongCodes.WaitAsync(VisitorAddress.Of(context), context.RequestAborted);
        return new TypedCode<T>(parsed ?? default, Found: null) { Wrong = PerceivedText.ShowsNothing(typed) ? words["code.empty"] : null };
    }

    private static TypedCode<T> TooSoon<T>(HttpContext context, TimeSpan wait, InterfaceWords words)
        where T : class
    {
        var seconds = TooBusy.SayWhen(context, wait);
        return new TypedCode<T>(default, Found: null)
        {
            Status = StatusCodes.Status429TooManyRequests,
            Wrong = words.Format("code.wait", seconds),
        };
    }
}
