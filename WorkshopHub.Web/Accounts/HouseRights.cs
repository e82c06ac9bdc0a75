using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Who may run the whole house, every programme and every workshop; and who looks after it.</summary>
public static class HouseRights
{
    /// <summary>Makes somebody facilitator of the house, or takes that away. False where it is so already.</summary>
    /// <exception cref="RefusedException">One's own right, or an admin's.</exception>
    public static bool Give(Writes writes, long person, bool facilitator, long by)
    {
        if (OneAccount.Find(writes, person) is not { } whose || whose.IsFacilitator == facilitator)
        {
            return false;
        }

        if (person == by)
        {
            throw new RefusedException("SignIn", "Nobody gives or takes away their own rights. Ask a colleague.");
        }

        RefuseAdmins(writes, whose, by);
        PersonalLinks.EnsureAccount(writes, person);
        writes.Execute("UPDATE account SET is_facilitator = @facilitator WHERE person_id = @person", new { person, facilitator });
        Audit.Note(writes, by, null, facilitator ? "make-house-facilitator" : "end-house-facilitator", "person", person);
        return true;
    }

    /// <summary>
    /// Lets somebody look after this house, or no longer: accounts, settings and the log, and no set's content by that. False where it
    /// is so already. A house never loses its last admin, since nobody ends their own right.
    /// </summary>
    /// <exception cref="RefusedException">Who asks is no admin, or it is their own right, or there is no e-mail to sign in with.</exception>
    public static bool GiveAdmin(Writes writes, long person, bool admin, long by)
    {
        if (OneAccount.Find(writes, by) is not { IsAdmin: true })
        {
            throw new RefusedException("SignIn", "Only an admin can change who looks after this house.");
        }

        if (OneAccount.Find(writes, person) is not { } whose || whose.IsAdmin == admin)
        {
            return false;
        }

        if (person == by)
        {
            throw new RefusedException("SignIn", "Nobody gives or takes away their own rights. Ask a colleague.");
        }

        if (whose.Email is null)
        {
            throw new RefusedException("SignIn", $"Give {whose.Name} an e-mail address first: it is what they sign in with.");
        }

        PersonalLinks.EnsureAccount(writes, person);
        writes.Execute("UPDATE account SET is_admin = @admin WHERE person_id = @person", new { person, admin });
        Audit.Note(writes, by, null, admin ? "make-admin" : "end-admin", "person", person);
        return true;
    }

    /// <summary>What belongs to an admin's account is left to admins: nobody rises by it.</summary>
    /// <exception cref="RefusedException">The account is an admin's, and who asks is none.</exception>
    public static void RefuseAdmins(Reads reads, OneAccount whose, long by)
    {
        if (whose.IsAdmin && OneAccount.Find(reads, by) is not { IsAdmin: true })
        {
            throw new RefusedException("SignIn", $"{whose.Name} looks after this house. Only another admin can change this.");
        }
    }
}
