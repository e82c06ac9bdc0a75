namespace WorkshopHub.Web.Shared;

/// <summary>What an error page says.</summary>
/// <param name="Icon">The drawing.</param>
/// <param name="Title">What happened, in one line.</param>
/// <param name="Lead">What is safe, or what to do.</param>
/// <param name="More">A second thought, or null.</param>
/// <param name="Way">The one way on.</param>
public sealed record Said(string Icon, string Title, string Lead, string? More, Way Way)
{
    /// <summary>What is said where a set's programme is closed, for 423; the archive has words of its own.</summary>
    public static Said Over { get; } = new("i-lock", "This programme is closed", "Nothing was saved: what the set wrote stays as it is, for its members and their advisor to read.",
        "Figures can still be read, what came of an action told, and what was shown taken back.", Way.Back);

    /// <summary>The words for a status code.</summary>
    /// <param name="code">An HTTP status from 400.</param>
    /// <param name="sent">Whether something was sent, which then is not stored.</param>
    public static Said For(int code, bool sent = false) => code switch
    {
        503 when sent => new("i-clock", "It could not be stored just now",
            "The hub is very busy, is starting again, or has no room on its disk. What you just sent is not saved; it is still in the "
            + "fields behind this page.", "Go back, wait a moment and send it once more. Everything before it is kept.", Way.Back),
        400 => new("i-clock", "This page was open for too long",
            "Nothing was saved. What you typed is still in the fields behind this page.",
            "Go back, copy it if it was long, load the page again and send it once more.", Way.Back),
        401 => new("i-key", "Who are you?", "Sign in, and you go on where you were.", null, Way.SignIn),
        403 => new("i-lock", "This isn’t open to you",
            "Nothing is broken. It belongs to others: a set’s space to its members and their advisor, a control room to "
            + "the facilitators.", "If you should be in here, ask whoever runs your programme.", Way.Home),
        404 => new("i-search", "Nothing lives here",
            "The address has a slip in it, or what stood here was taken back by its author.", null, Way.Home),
        409 => new("i-pen", "Somebody was quicker",
            "Another person changed this while you had it open. Yours was not saved, and theirs was not lost.",
            "Go back, copy what you typed, load the page again and see what they did.", Way.Back),
        413 => new("i-file", "That is too large", "None of it was taken in. Everything that was here before is as it was.",
            "Go back: what you typed or pasted is still in its field. Send it in parts, a long list in two halves for example.",
            Way.Back),
        422 => new("i-alert", "Something in it doesn’t fit", "Nothing was saved. What you typed is still behind this page.",
            null, Way.Back),
        423 => new("i-lock", "This is in the archive", "Nothing was saved: of this programme nothing changes any more.",
            "Whoever runs it can take it out of the archive again.", Way.Home),
        429 => new("i-clock", "That was a lot at once",
            "Wait a minute, then try again. What you wrote is still here.", null, Way.Again),
        503 => new("i-clock", "Back in a moment",
            "The hub is very busy, or it is starting again. Everything that was sent is kept.",
            "Keep this page open; it comes back by itself. Phones keep what you write.", Way.Again),
        < 500 => new("i-alert", "That didn’t work", "Nothing was saved.", null, Way.Home),
        _ => new("i-alert", "That went wrong on our side",
            "What you just sent may not be saved. It is still in the fields behind this page.", null, Way.Back),
    };
}

/// <summary>The one way on from an error page.</summary>
public enum Way
{
    /// <summary>To my page, or the welcome.</summary>
    Home,

    /// <summary>To the sign-in.</summary>
    SignIn,

    /// <summary>Back to the page before, by the browser's own button.</summary>
    Back,

    /// <summary>The same address again.</summary>
    Again,
}
