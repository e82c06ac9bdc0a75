namespace WorkshopHub.Web.Screens;

/// <summary>The whole live region of a wall.</summary>
/// <param name="Stage">What it shows.</param>
/// <param name="Say">What is said on every screen.</param>
/// <param name="Test">The test post, where one was just sent.</param>
/// <param name="Stamp">The value of data-live, taken before the data was read.</param>
public sealed record Region(Stage Stage, Say Say, OnWall Test, string Stamp);

/// <summary>What a browser shows that is no screen yet.</summary>
/// <param name="Code">Six signs; null while none can be given.</param>
/// <param name="Address">Where this page is, as people would type it.</param>
/// <param name="Paired">True when it has just become a screen: the page loads itself again.</param>
public sealed record PairingView(string? Code, string Address, bool Paired);
