"""The pages of the register, under /desk/register/."""
